package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// atRoot runs the test in the module's folder, where releases are made.
func atRoot(t *testing.T) {
	t.Helper()
	t.Chdir(filepath.Join("..", ".."))
}

func TestNoticeIsUpToDate(t *testing.T) {
	atRoot(t)
	parts, err := thirdParties(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := noticeOf(parts)
	got, err := os.ReadFile(noticeFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("%s is out of date: go run ./cmd/release -notice > %s", noticeFile, noticeFile)
	}
	for _, name := range []string{"modernc.org/sqlite", "typeface source-serif", "statistics lingua-go", "go (runtime"} {
		if !strings.Contains(want, "| "+name) {
			t.Errorf("the notice lacks %s", name)
		}
	}
}

func TestPapersHoldEveryLicence(t *testing.T) {
	atRoot(t)
	parts := []thirdParty{
		{name: "example.org/a", licences: []string{"MIT"}, texts: map[string]string{"LICENSE": "mit", "zstd/LICENSE": "bsd"}},
		{name: "typeface plain", licences: []string{"OFL-1.1"}, texts: map[string]string{"LICENSE.txt": "ofl"}},
	}
	files, err := papers(parts)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for _, f := range files {
		found[f.name] = string(f.body)
	}
	for name, body := range map[string]string{
		"THIRD-PARTY/example.org/a/LICENSE":      "mit",
		"THIRD-PARTY/example.org/a/zstd/LICENSE": "bsd",
		"THIRD-PARTY/typeface-plain/LICENSE.txt": "ofl",
	} {
		if found[name] != body {
			t.Errorf("%s: got %q, want %q", name, found[name], body)
		}
	}
	if !strings.Contains(found["LICENSE"], "The Dateline authors") {
		t.Error("our own licence is not in the archive")
	}
}

// TestNoPaperHidesAnother: each licence has a name of its own in the archive, where
// the second of two would lie over the first.
func TestNoPaperHidesAnother(t *testing.T) {
	atRoot(t)
	parts, err := thirdParties(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	files, err := papers(parts)
	if err != nil {
		t.Fatal(err)
	}
	texts, seen := 0, map[string]bool{}
	for _, p := range parts {
		texts += len(p.texts)
		if len(p.texts) == 0 {
			t.Errorf("%s comes without a licence", p.name)
		}
	}
	for _, f := range files {
		if seen[f.name] {
			t.Errorf("two files are called %s", f.name)
		}
		seen[f.name] = true
		if len(f.body) == 0 || f.mode != 0o644 || strings.ContainsAny(f.name, " \\:") || strings.HasPrefix(f.name, "/") {
			t.Errorf("%s: %d bytes, %v", f.name, len(f.body), f.mode)
		}
	}
	if len(files) != texts+3 { // the notice, our licence, the readme
		t.Errorf("%d files for %d licences", len(files), texts)
	}
}

// TestReadLicences: the texts of a folder by their names, without what only looks
// like one and without those of the folders below.
func TestReadLicences(t *testing.T) {
	module := filepath.Join(t.TempDir(), "example.org", "zip@v1.2.3")
	for name, body := range map[string]string{
		"LICENSE": "a", "Licence.md": "b", "COPYING": "c", "NOTICE": "d", "PATENTS": "e", "license.go": "package zip", "README": "f",
		"zstd/LICENSE": "g", "licenses/BSD": "h",
	} {
		path := filepath.Join(module, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	part := thirdParty{name: "example.org/zip", texts: map[string]string{}}
	for _, folder := range []string{module, filepath.Join(module, "zstd")} {
		if err := part.readLicences(folder); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]string{"LICENSE": "a", "Licence.md": "b", "COPYING": "c", "NOTICE": "d", "PATENTS": "e", "zstd/LICENSE": "g"}
	if !maps.Equal(part.texts, want) {
		t.Errorf("got %v, want %v", part.texts, want)
	}
	if err := part.readLicences(filepath.Join(module, "none")); err == nil || !strings.Contains(err.Error(), part.name) {
		t.Errorf("no folder: %v", err)
	}
}

// TestSortedKeepsEachLicence: modules by name before what is no module, and of a
// part with several licences each once.
func TestSortedKeepsEachLicence(t *testing.T) {
	const mit, isc = "Permission is hereby granted, free of charge", "Permission to use, copy, modify, and distribute"
	parts := map[string]*thirdParty{
		"b": {name: "example.org/b", texts: map[string]string{"LICENSE": mit, "zstd/LICENSE": isc, "lz4/LICENSE": mit, "PATENTS": "a promise"}},
		"a": {name: "example.org/a", texts: map[string]string{"LICENSE": isc}},
	}
	all, err := sorted(parts, []thirdParty{{name: "a typeface", texts: map[string]string{"LICENSE.txt": "SIL Open Font License"}}})
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, p := range all {
		got += p.name + " " + strings.Join(p.licences, " AND ") + "\n"
	}
	if want := "example.org/a ISC\nexample.org/b MIT AND ISC\na typeface OFL-1.1\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestRun prints the notice, and makes nothing where flags are wrong or a build
// fails: no archive may be there that is not whole.
func TestRun(t *testing.T) {
	atRoot(t)
	var out bytes.Buffer
	if err := run(t.Context(), []string{"-notice"}, &out); err != nil || !strings.HasPrefix(out.String(), "# Third parties\n") {
		t.Errorf("%v, %.40q", err, out.String())
	}
	if err := run(t.Context(), []string{"-versoin", "v1"}, io.Discard); err == nil {
		t.Error("a misspelt flag was taken")
	}
	taken := filepath.Join(t.TempDir(), "dist")
	if err := os.WriteFile(taken, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := (&release{version: "v1", out: taken, log: io.Discard}).make(t.Context()); err == nil || !strings.Contains(err.Error(), "folder for archives") {
		t.Errorf("a file where the folder should be: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dist := t.TempDir()
	err := (&release{version: "v1", out: dist, log: io.Discard}).make(ctx)
	if err == nil || !strings.Contains(err.Error(), "linux/amd64: go build") {
		t.Errorf("a build that was stopped: %v", err)
	}
	if left, err := os.ReadDir(dist); err != nil || len(left) > 0 {
		t.Errorf("it left %v, %v", left, err)
	}
	t.Chdir(t.TempDir())
	if _, err := papers(nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no licence of our own: %v", err)
	}
}

// TestProgramNames: Windows runs what ends in .exe.
func TestProgramNames(t *testing.T) {
	for _, p := range platforms() {
		want := "dateline"
		if p.system == "windows" {
			want += ".exe"
		}
		if got := p.program(); got != want {
			t.Errorf("%v: %s", p, got)
		}
	}
	if _, err := write(filepath.Join(t.TempDir(), "none", "a.zip"), nil); err == nil || !strings.Contains(err.Error(), "archive") {
		t.Errorf("no folder to write to: %v", err)
	}
}

func TestSPDX(t *testing.T) {
	const redistribution = "Redistribution and use in source\n   and binary forms, with or without"
	tests := []struct{ text, want string }{
		{"Permission is hereby granted,  free of\ncharge, to any person", "MIT"},
		{redistribution + " ... Neither the name of the copyright holder", "BSD-3-Clause"},
		{redistribution, "BSD-2-Clause"},
		{"Apache License\n Version 2.0, January 2004", "Apache-2.0"},
		{"Mozilla Public License Version 2.0", "MPL-2.0"},
		{"Permission to use, copy, modify, and/or distribute this software", "ISC"},
		{"This Font Software is licensed under the SIL Open Font License, Version 1.1", "OFL-1.1"},
		{"GNU GENERAL PUBLIC LICENSE Version 3", ""},
		{"All rights reserved.", ""},
	}
	for _, tt := range tests {
		if got := spdx(tt.text); got != tt.want {
			t.Errorf("spdx(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestWhatHasNoLicenceDoesNotShip(t *testing.T) {
	parts := map[string]*thirdParty{"x": {name: "example.org/x", texts: map[string]string{"LICENSE": "All rights reserved."}}}
	if _, err := sorted(parts, nil); err == nil || !strings.Contains(err.Error(), "example.org/x") {
		t.Errorf("got %v, want an error that names the module", err)
	}
}

func TestPlatforms(t *testing.T) {
	var names []string
	for _, p := range platforms() {
		names = append(names, p.archive("v1"))
	}
	want := "dateline_v1_linux_amd64.tar.gz dateline_v1_linux_arm64.tar.gz dateline_v1_darwin_amd64.tar.gz " +
		"dateline_v1_darwin_arm64.tar.gz dateline_v1_windows_amd64.zip dateline_v1_windows_arm64.zip"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestArchives(t *testing.T) {
	files := []file{{name: "d/dateline", body: []byte("program"), mode: 0o755}, {name: "d/LICENSE", body: []byte("text"), mode: 0o644}}
	for ending, open := range map[string]func(*testing.T, []byte) []file{".tar.gz": untar, ".zip": unzip} {
		t.Run(ending, func(t *testing.T) {
			first, second := filepath.Join(t.TempDir(), "a"+ending), filepath.Join(t.TempDir(), "b"+ending)
			sum, err := write(first, files)
			if err != nil {
				t.Fatal(err)
			}
			again, err := write(second, files)
			if err != nil {
				t.Fatal(err)
			}
			if sum != again || len(sum) != 64 {
				t.Errorf("the same files gave %s and %s", sum, again)
			}
			body, err := os.ReadFile(first)
			if err != nil {
				t.Fatal(err)
			}
			got := open(t, body)
			if len(got) != len(files) {
				t.Fatalf("got %d files, want %d", len(got), len(files))
			}
			for i, f := range files {
				if got[i].name != f.name || got[i].mode != f.mode || !bytes.Equal(got[i].body, f.body) {
					t.Errorf("got %v %v %q, want %v %v %q", got[i].name, got[i].mode, got[i].body, f.name, f.mode, f.body)
				}
			}
		})
	}
}

func untar(t *testing.T, body []byte) (files []file) {
	zipped, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	for archive := tar.NewReader(zipped); ; {
		head, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return files
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(archive)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file{name: head.Name, body: content, mode: os.FileMode(head.Mode)})
	}
}

func unzip(t *testing.T, body []byte) (files []file) {
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range archive.File {
		r, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file{name: entry.Name, body: content, mode: entry.Mode()})
	}
	return files
}
