// Package browsertest drives the real program with a real browser, as readers
// and the desk meet it: every page in both languages, at three widths, light
// and dark; the keyboard; what an open page learns without being loaded again.
//
// It builds cmd/dateline, serves it on a private port from a folder of its own,
// and looks at it with Debian's Chromium: first the sample press of dateline
// demo, then, where DATELINE_DATA points to the data, the fake web that stands
// beside it. What is checked on a page is in checks.js, and checks_test.go shows
// that each check can fail.
//
// DATELINE_SHOTS names a folder for pictures of every page.
package browsertest
