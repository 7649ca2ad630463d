package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
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
