package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A platform is what one archive is for.
type platform struct{ system, processor string }

// platforms are those of archives: other systems can build the program from its source.
func platforms() []platform {
	var all []platform
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, processor := range []string{"amd64", "arm64"} {
			all = append(all, platform{system, processor})
		}
	}
	return all
}

// program is the name of the program in the archive.
func (p platform) program() string {
	if p.system == "windows" {
		return "dateline.exe"
	}
	return "dateline"
}

// archive is the name of the archive: people on Windows can open a zip, the
// others keep their file modes.
func (p platform) archive(version string) string {
	ending := ".tar.gz"
	if p.system == "windows" {
		ending = ".zip"
	}
	return p.folder(version) + ending
}

// folder is the one folder of an archive, so that unpacking strews no files about.
func (p platform) folder(version string) string {
	return strings.Join([]string{"dateline", version, p.system, p.processor}, "_")
}

// A release is a set of archives to make.
type release struct {
	version string
	out     string
	parts   []thirdParty
	log     io.Writer
}

// make packs one platform after the other: each build takes all cores.
func (r *release) make(ctx context.Context) error {
	if err := os.MkdirAll(r.out, 0o755); err != nil {
		return fmt.Errorf("make the folder for archives: %w", err)
	}
	// Read once, before the builds, which take minutes: a paper that is missing is told first.
	papers, err := papers(r.parts)
	if err != nil {
		return err
	}
	var sums strings.Builder
	for _, p := range platforms() {
		sum, err := r.pack(ctx, p, papers)
		if err != nil {
			return fmt.Errorf("%s/%s: %w", p.system, p.processor, err)
		}
		line := sum + "  " + p.archive(r.version) + "\n"
		sums.WriteString(line)
		// Told as they are made, for a release takes minutes.
		fmt.Fprint(r.log, line)
	}
	if err := os.WriteFile(filepath.Join(r.out, "SHA256SUMS"), []byte(sums.String()), 0o644); err != nil {
		return fmt.Errorf("write checksums: %w", err)
	}
	return nil
}

// pack builds the program and packs it with its papers.
func (r *release) pack(ctx context.Context, p platform, papers []file) (sum string, err error) {
	temp, err := os.MkdirTemp("", "dateline-release-")
	if err != nil {
		return "", fmt.Errorf("make a folder to build in: %w", err)
	}
	defer os.RemoveAll(temp)
	binary := filepath.Join(temp, p.program())
	if err := build(ctx, p, r.version, binary); err != nil {
		return "", err
	}
	body, err := os.ReadFile(binary)
	if err != nil {
		return "", fmt.Errorf("read what was built: %w", err)
	}
	files := slices.Concat([]file{{name: p.program(), body: body, mode: 0o755}}, papers)
	for i := range files {
		files[i].name = path.Join(p.folder(r.version), files[i].name)
	}
	return write(filepath.Join(r.out, p.archive(r.version)), files)
}

// build leaves out paths and symbols, so that the same commit gives the same
// bytes wherever it is built.
func build(ctx context.Context, p platform, version, out string) error {
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-buildvcs=false",
		"-ldflags", "-s -w -buildid= -X main.version="+version, "-o", out, "./cmd/dateline")
	// Without cgo one machine builds for all, and the program needs no library of theirs.
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+p.system, "GOARCH="+p.processor)
	if text, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, text)
	}
	return nil
}

// write makes an archive and returns its checksum.
func write(name string, files []file) (sum string, err error) {
	f, err := os.Create(name)
	if err != nil {
		return "", fmt.Errorf("make the archive: %w", err)
	}
	// Summed while it is written: a sum of what was read back could hide a bad disk.
	hash := sha256.New()
	pack := tarball
	if strings.HasSuffix(name, ".zip") {
		pack = zipball
	}
	err = pack(io.MultiWriter(f, hash), files)
	// A full disk may show only when the file is closed.
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return "", fmt.Errorf("write %s: %w", name, err)
	}
	return hex.EncodeToString(hash.Sum(nil)), nil
}
