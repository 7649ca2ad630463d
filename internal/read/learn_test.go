//go:build learn

package read

import (
	"flag"
	"hash/fnv"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/datatest"
	"dateline/internal/read/body"
	"dateline/internal/read/clean"
	"dateline/internal/read/page"
	"dateline/internal/read/tree"
)

var (
	learnTo = flag.String("learn", "", "grow the forest of package body anew and write it to this file")
	folds   = flag.Bool("folds", false, "measure how forests do on the third of the pages that they were not grown on")
)

// A lesson is a page with its true words.
type lesson struct {
	id        string
	news      bool // of extract-dev, whose score counts windows of four words
	fold      uint32
	found     body.Found
	told      body.Told
	portraits []body.Portrait
	words     [][]string // of each piece
	labels    []float64
	truth     []string

	before, after []string // what the rules and what the forest keeps of it
}

// TestLearn grows the forest that tells the article from the rest of a page:
//
//	DATELINE_DATA=… go test ./internal/read -tags learn -run TestLearn -folds -v
//	DATELINE_DATA=… go test ./internal/read -tags learn -run TestLearn -learn body/forest.go
//
// Only labels and traits are learnt from, no words of the pages; the labels of
// wcxb-dev are under CC BY 4.0, those of extract-dev under MIT.
func TestLearn(t *testing.T) {
	if *learnTo == "" && !*folds {
		t.Fatal("say -folds, or -learn FILE")
	}
	lessons := append(lessonsOfPages(t), lessonsOfNews(t)...)
	for fold := uint32(0); *folds && fold < 3; fold++ {
		unseen := func(l *lesson) bool { return l.fold == fold }
		forest := grow(samplesOf(slices.DeleteFunc(slices.Clone(lessons), unseen)))
		for _, l := range lessons {
			if unseen(l) {
				l.judged(forest.score)
			}
		}
	}
	if *folds {
		report(t, lessons)
	}
	if *learnTo != "" {
		if err := os.WriteFile(*learnTo, []byte(grow(samplesOf(lessons)).source()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// judged notes what is kept by the rules alone and with a forest.
func (l *lesson) judged(score func(*body.Portrait) float64) {
	text := func(blocks []dateline.Block) []string {
		var out []string
		for _, b := range blocks {
			out = append(out, lowerWords(b.Plain())...)
		}
		return out
	}
	l.before = text(body.Trim(l.found.Pieces, l.told))
	l.after = text(body.Trim(l.found.Judge(l.portraits, score), l.told))
	if len(l.after) == 0 {
		l.after = l.before // as Article does
	}
}

// report prints the mean F1 of pages by words, of news by windows of four.
func report(t *testing.T, lessons []*lesson) {
	var rules, forest [2]float64
	var pages, exact [2]int
	for _, l := range lessons {
		k, n := 0, 1
		if l.news {
			k, n = 1, 4
		}
		pages[k]++
		rules[k] += overlap(l.before, l.truth, n)
		forest[k] += overlap(l.after, l.truth, n)
		if slices.Equal(l.after, l.truth) {
			exact[k]++
		}
	}
	for k, name := range [...]string{"wcxb-dev", "extract-dev"} {
		n := float64(max(1, pages[k]))
		t.Logf("%s: %d pages not grown on: rules alone %.4f, with the forest %.4f, exact %.3f", name, pages[k], rules[k]/n, forest[k]/n, float64(exact[k])/n)
	}
}

// overlap is F1 over the windows of n words of two texts.
func overlap(a, b []string, n int) float64 {
	count := func(words []string) (m map[string]int, all int) {
		m = map[string]int{}
		for i := 0; i+n <= len(words); i++ {
			m[strings.Join(words[i:i+n], " ")]++
			all++
		}
		return m, all
	}
	x, all := count(a)
	y, more := count(b)
	both := 0
	for w, n := range x {
		both += min(n, y[w])
	}
	return 2 * float64(both) / float64(max(1, all+more))
}

func lessonsOfPages(t *testing.T) []*lesson {
	var out []*lesson
	names, err := filepath.Glob(datatest.Path(t, "wcxb-dev", "truth", "*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no truth: %v", err)
	}
	for _, name := range names {
		var x struct {
			Truth struct {
				Body string `json:"main_content"`
			} `json:"ground_truth"`
		}
		readJSON(t, name, &x)
		id := strings.TrimSuffix(filepath.Base(name), ".json")
		out = append(out, newLesson(t, id, datatest.Path(t, "wcxb-dev", "html", id+".html.gz"), x.Truth.Body))
	}
	return out
}

func lessonsOfNews(t *testing.T) []*lesson {
	var truth map[string]struct{ ArticleBody string }
	readJSON(t, datatest.Path(t, "extract-dev", "truth.json"), &truth)
	var out []*lesson
	for _, id := range slices.Sorted(maps.Keys(truth)) {
		l := newLesson(t, id, datatest.Path(t, "extract-dev", "html", id+".html.gz"), truth[id].ArticleBody)
		l.news = true
		out = append(out, l)
	}
	return out
}

func newLesson(t *testing.T, id, file, truth string) *lesson {
	doc, err := tree.Parse(clean.Decode(unzip(t, file), ""))
	if err != nil {
		t.Fatal(err)
	}
	p := page.Of(doc)
	r := reader{page: p, found: body.Find(doc)}
	it := r.head()
	l := &lesson{id: id, found: r.found, told: body.Told{Headlines: []string{it.Headline, p.Title}, Names: it.Byline}, truth: lowerWords(truth)}
	l.portraits = l.found.Portraits(l.told)
	for _, p := range l.found.All() {
		l.words = append(l.words, lowerWords(p.Plain()))
	}
	h := fnv.New32a()
	h.Write([]byte(id))
	l.fold = h.Sum32() % 3
	l.label()
	return l
}

func lowerWords(s string) []string { return word.FindAllString(strings.ToLower(s), -1) }

// label gives each piece the part of its words that is in the truth, by the
// longest common subsequence of all their words. Parts that are nearly none or
// nearly all come from common words and from marks, and are made so.
func (l *lesson) label() {
	ids := map[string]int32{}
	for _, w := range l.truth {
		if ids[w] == 0 {
			ids[w] = int32(len(ids) + 1)
		}
	}
	var pieces, truth []int32
	var owners []int
	for _, w := range l.truth {
		truth = append(truth, ids[w])
	}
	for i, words := range l.words {
		for _, w := range words {
			if ids[w] != 0 {
				pieces, owners = append(pieces, ids[w]), append(owners, i)
			}
		}
	}
	hits := make([]int, len(l.words))
	inCommon(pieces, truth, 0, func(i int) { hits[owners[i]]++ })
	for i, words := range l.words {
		part := float64(hits[i]) / float64(max(1, len(words)))
		switch {
		case part < 0.3:
			part = 0
		case part > 0.7:
			part = 1
		}
		l.labels = append(l.labels, part)
	}
}

// inCommon calls f with the places in a of a longest common subsequence of a and
// b (Hirschberg 1975).
func inCommon(a, b []int32, off int, f func(int)) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		f(off)
		a, b, off = a[1:], b[1:], off+1
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		f(off + len(a) - 1)
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if len(a) < 2 || len(b) == 0 {
		if len(a) == 1 && slices.Contains(b, a[0]) {
			f(off)
		}
		return
	}
	m := len(a) / 2
	ra, rb := slices.Clone(a[m:]), slices.Clone(b)
	slices.Reverse(ra)
	slices.Reverse(rb)
	head, tail := lengths(a[:m], b), lengths(ra, rb)
	best, at := int32(-1), 0
	for j := range head {
		if n := head[j] + tail[len(b)-j]; n > best {
			best, at = n, j
		}
	}
	inCommon(a[:m], b[:at], off, f)
	inCommon(a[m:], b[at:], off+m, f)
}

// lengths are those of the longest common subsequences of a and the beginnings of b.
func lengths(a, b []int32) []int32 {
	prev, cur := make([]int32, len(b)+1), make([]int32, len(b)+1)
	for _, x := range a {
		for j, y := range b {
			if x == y {
				cur[j+1] = prev[j] + 1
			} else {
				cur[j+1] = max(prev[j+1], cur[j])
			}
		}
		prev, cur = cur, prev
	}
	return prev
}

// samplesOf weighs each piece by its part of the page's words, so that all pages
// count alike. News counts for six: there are few pages of it, and on those not
// grown on three times as much did worse, on the other pages too.
func samplesOf(lessons []*lesson) []sample {
	var out []sample
	for _, l := range lessons {
		weight := 1.0
		if l.news {
			weight = 6
		}
		for i := range l.words {
			if l.portraits[i].Far() {
				continue
			}
			part := min(1, float64(len(l.words[i]))/float64(len(l.truth)+50)) + 0.003
			out = append(out, sample{portrait: &l.portraits[i], label: l.labels[i], weight: weight * part})
		}
	}
	return out
}
