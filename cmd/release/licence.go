package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A thirdParty is something not our own that ships inside the program.
type thirdParty struct {
	name     string            // module path, or kind and name of what is no code
	licences []string          // SPDX identifiers
	texts    map[string]string // files with licence texts, by their name in the archive
}

// noticeFile lists the third parties, in the tree and in every archive.
const noticeFile = "THIRD-PARTY.md"

const (
	fontFolder  = "internal/web/look/fonts"
	tableFolder = "internal/lang"

	namesFolder    = "internal/match/names"
	headlineFolder = "internal/match/headline"
	labelFolder    = "internal/read/body"
)

// thirdParties are all modules linked into the program on any platform, Go
// itself, the typefaces, and what languages are told by.
func thirdParties(ctx context.Context) ([]thirdParty, error) {
	folders := map[string]*thirdParty{} // by folder of a package
	parts := map[string]*thirdParty{}
	// What is linked in differs by system, and a module of any of them needs its licence.
	for _, system := range []string{"linux", "darwin", "windows"} {
		if err := listModules(ctx, system, parts, folders); err != nil {
			return nil, err
		}
	}
	goRoot, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("ask for Go's folder: %w", err)
	}
	// Go's own code is linked in as well, and its licence asks to be named.
	golang := &thirdParty{name: "go (runtime and standard library)", texts: map[string]string{}}
	parts[golang.name], folders[strings.TrimSpace(string(goRoot))] = golang, golang
	for folder, part := range folders {
		if err := part.readLicences(folder); err != nil {
			return nil, err
		}
	}
	rest, err := besides()
	if err != nil {
		return nil, err
	}
	return sorted(parts, rest)
}

// sorted puts modules before the rest and refuses what has no known licence:
// nothing ships that we may not ship.
func sorted(parts map[string]*thirdParty, rest []thirdParty) ([]thirdParty, error) {
	var all []thirdParty
	for _, p := range parts {
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b thirdParty) int { return cmp.Compare(a.name, b.name) })
	all = append(all, rest...)
	for i := range all {
		for _, file := range slices.Sorted(maps.Keys(all[i].texts)) {
			if id := spdx(all[i].texts[file]); id != "" && !slices.Contains(all[i].licences, id) {
				all[i].licences = append(all[i].licences, id)
			}
		}
		if len(all[i].licences) == 0 {
			return nil, fmt.Errorf("%s: no licence that is known: teach spdx its text, or do without it", all[i].name)
		}
	}
	return all, nil
}

// listModules notes the modules that are linked in on a system, and the folder
// of each of their packages: parts of a module can have a licence of their own.
func listModules(ctx context.Context, system string, parts, folders map[string]*thirdParty) error {
	cmd := exec.CommandContext(ctx, "go", "list", "-deps", "-json=Dir,Module", "./cmd/dateline")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system)
	cmd.Stderr = os.Stderr
	body, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("list what the program imports: %w", err)
	}
	for d := json.NewDecoder(strings.NewReader(string(body))); ; {
		var pkg struct {
			Dir    string
			Module *struct {
				Path, Dir string
				Main      bool
			}
		}
		if err := d.Decode(&pkg); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return fmt.Errorf("read the list of imports: %w", err)
		}
		m := pkg.Module
		if m == nil || m.Main {
			continue
		}
		if parts[m.Path] == nil {
			parts[m.Path] = &thirdParty{name: m.Path, texts: map[string]string{}}
		}
		// Up to the module's own folder: a licence holds for all that is below it.
		for folder := pkg.Dir; strings.HasPrefix(folder, m.Dir); folder = filepath.Dir(folder) {
			folders[folder] = parts[m.Path]
		}
	}
}

// readLicences adds the licence texts of a folder, not of those below it.
func (t *thirdParty) readLicences(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return fmt.Errorf("look for the licence of %s: %w", t.name, err)
	}
	licence := regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)`)
	for _, e := range entries {
		// A file license.go is code of that name.
		if e.IsDir() || !licence.MatchString(e.Name()) || strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		body, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			return fmt.Errorf("read the licence of %s: %w", t.name, err)
		}
		name := e.Name()
		// Behind the version in the path of the module cache: licences of two folders of one
		// module are called alike.
		if _, within, ok := strings.Cut(filepath.ToSlash(folder), "@"); ok {
			_, below, _ := strings.Cut(within, "/")
			name = path.Join(below, name)
		}
		t.texts[name] = string(body)
	}
	return nil
}

// besides are what ships inside the program and is no code: the fonts that the
// site serves, and what languages are told by. Each has its licence beside it.
func besides() ([]thirdParty, error) {
	var all []thirdParty
	for _, kind := range []struct{ name, folder string }{{"typeface ", fontFolder}, {"statistics ", tableFolder}, {"statistics ", namesFolder}, {"statistics ", headlineFolder}, {"labels ", labelFolder}} {
		names, err := filepath.Glob(filepath.Join(kind.folder, "*.LICENSE.txt"))
		if err != nil {
			return nil, fmt.Errorf("look for licences: %w", err)
		}
		for _, name := range names {
			body, err := os.ReadFile(name)
			if err != nil {
				return nil, fmt.Errorf("read the licence of a part: %w", err)
			}
			part := strings.TrimSuffix(filepath.Base(name), ".LICENSE.txt")
			all = append(all, thirdParty{name: kind.name + part, texts: map[string]string{"LICENSE.txt": string(body)}})
		}
	}
	return all, nil
}
