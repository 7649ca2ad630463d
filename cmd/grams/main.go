// Command grams makes the table by which internal/lang tells languages apart.
//
//	go run ./cmd/grams        # writes internal/lang/grams.bin
//
// It learns from the letter statistics that github.com/pemistahl/lingua-go ships
// (Apache-2.0), which it has the go command fetch; nothing of that module becomes
// a part of the program but the table. The same statistics give the same bytes.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"dateline/internal/lang/grams"
)

// statistics is the module whose folder language-models is learnt from.
const statistics = "github.com/pemistahl/lingua-go@v1.4.0"

// A plan is what the table of a script is to hold.
type plan struct {
	languages []grams.Language
	sequences int // as many as are worth their bytes: docs/language.md has the measure
}

// foreign is the handicap of languages that a wire in English and Arabic seldom
// has: a text of many words overcomes it at once, a lone word never by chance.
const foreign = 6

// plans are the scripts that several languages share, in the order of the file.
func plans() []plan {
	home := func(tags ...string) (list []grams.Language) {
		for _, t := range tags {
			list = append(list, grams.Language{Tag: t})
		}
		return list
	}
	abroad := func(list []grams.Language, tags ...string) []grams.Language {
		for _, l := range home(tags...) {
			l.Handicap = foreign
			list = append(list, l)
		}
		return list
	}
	return []plan{
		{home("ar", "fa", "ur"), 130_000},
		{home("ru", "uk", "bg", "sr"), 16_000},
		{abroad(home("en", "fr", "tr"), "de", "es", "it", "pt", "nl", "id", "pl", "sv", "da", "nb", "ca"), 64_000},
	}
}

func main() {
	folder := flag.String("models", "", "folder of the statistics (default: the one of "+statistics+")")
	out := flag.String("o", filepath.Join("internal", "lang", "grams.bin"), "file to write")
	flag.Parse()
	if err := run(*folder, *out); err != nil {
		fmt.Fprintln(os.Stderr, "grams:", err)
		os.Exit(1)
	}
}

// run makes the whole file anew, script by script in the order of plans, by which the
// reader takes it apart.
func run(folder, out string) (err error) {
	if folder == "" {
		if folder, err = download(); err != nil {
			return err
		}
	}
	var file []byte
	for _, p := range plans() {
		var models []*model
		for _, l := range p.languages {
			counts, err := readCounts(filepath.Join(folder, l.Tag))
			if err != nil {
				return fmt.Errorf("read the statistics of %s: %w", l.Tag, err)
			}
			models = append(models, newModel(counts))
		}
		if file, err = grams.Append(file, p.languages, choose(models, p)); err != nil {
			return err
		}
	}
	return os.WriteFile(out, file, 0o644)
}

// download has the go command fetch the statistics and returns their folder.
func download() (string, error) {
	b, err := exec.Command("go", "mod", "download", "-json", statistics).Output()
	if err != nil {
		return "", fmt.Errorf("fetch %s: %w; fetch it by hand and name its folder language-models with -models", statistics, err)
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(b, &module); err != nil {
		return "", fmt.Errorf("ask where %s is: %w", statistics, err)
	}
	return filepath.Join(module.Dir, "language-models"), nil
}
