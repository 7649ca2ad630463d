package main

import (
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
)

// spdx names a licence by words that only it has; "" when it knows none.
func spdx(text string) string {
	// Each copy of a licence is broken into lines and set in capitals as its author liked.
	text = strings.Join(strings.Fields(strings.ToLower(text)), " ")
	has := func(words string) bool { return strings.Contains(text, words) }
	switch {
	case has("sil open font license"):
		return "OFL-1.1"
	case has("apache license") && has("version 2.0"):
		return "Apache-2.0"
	case has("creative commons attribution 4.0 international"):
		return "CC-BY-4.0"
	case has("mozilla public license") && has("2.0"):
		return "MPL-2.0"
	case has("gnu general public license"), has("gnu lesser general public license"), has("gnu affero"):
		return "" // not ours to ship in one file with the rest
	// The words that all BSD licences share; bsd tells them apart.
	case has("redistribution and use in source and binary forms"):
		return bsd(text)
	case has("permission is hereby granted, free of charge"):
		return "MIT"
	case has("permission to use, copy, modify, and/or distribute"), has("permission to use, copy, modify, and distribute"):
		return "ISC"
	case has("public domain") && has("author disclaims copyright"), has("may you do good and not evil"):
		return "blessing"
	}
	return ""
}

// bsd is by the third clause: it forbids to advertise with the authors' names.
func bsd(text string) string {
	if strings.Contains(text, "neither the name") || strings.Contains(text, "may not be used to endorse") {
		return "BSD-3-Clause"
	}
	return "BSD-2-Clause"
}

// noticeOf lists third parties for people to read.
func noticeOf(parts []thirdParty) string {
	var b strings.Builder
	b.WriteString("# Third parties\n\n" +
		"Dateline is licensed under Apache-2.0 (LICENSE). These ship inside the program; each archive of a\n" +
		"release has their licence texts in the folder THIRD-PARTY.\n" +
		"`go run ./cmd/release -notice > THIRD-PARTY.md` writes this file; a test compares it.\n\n" +
		"| what | licence (SPDX) |\n|---|---|\n")
	for _, p := range parts {
		fmt.Fprintf(&b, "| %s | %s |\n", p.name, strings.Join(p.licences, " AND "))
	}
	return b.String()
}

// folder is where the licence texts of a part stand in an archive: each in one of
// its own, since those of what is no module are all called alike.
func (t *thirdParty) folder() string {
	name, _, _ := strings.Cut(t.name, " (") // what says more of it
	return strings.ReplaceAll(name, " ", "-")
}

// papers are the files that go into every archive beside the program.
func papers(parts []thirdParty) ([]file, error) {
	files := []file{{name: noticeFile, body: []byte(noticeOf(parts)), mode: 0o644}}
	for _, name := range []string{"LICENSE", "README.md"} {
		body, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("what goes into every archive: %w", err)
		}
		files = append(files, file{name: name, body: body, mode: 0o644})
	}
	for _, p := range parts {
		for _, name := range slices.Sorted(maps.Keys(p.texts)) {
			// Each in a folder of its part: two sets of labels have licences of one name, and one lay
			// over the other.
			files = append(files, file{name: path.Join("THIRD-PARTY", p.folder(), name), body: []byte(p.texts[name]), mode: 0o644})
		}
	}
	return files, nil
}
