package main

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/internal/datatest"
	"dateline/internal/match"
)

// BenchmarkMatch is all that `dateline match` does for an item but to read its line, and
// what it holds of it: keys, families, stories, translations. An operation is an item,
// so that the number of operations is how many are held:
//
//	go test -run '^$' -bench Match -benchtime 100000x ./cmd/dateline
//
// Of CPU it is that of the last tenth of all items that is told, when nearly all are held.
func BenchmarkMatch(b *testing.B) {
	press := newInvented()
	told, err := newTelling()
	if err != nil {
		b.Fatal(err)
	}
	aside := &spill{}
	defer aside.Close()
	before := live()
	origins := match.NewGrouping(aside)
	const batch = 500
	var last time.Duration
	late := 0
	for from := 0; from < b.N; from += batch {
		b.StopTimer()
		items := make([]match.Item, min(batch, b.N-from))
		for i := range items {
			items[i] = press.item(from + i)
		}
		b.StartTimer()
		start := datatest.CPU(b)
		for _, it := range items {
			told.add(it, origins.Add(it))
		}
		if from+len(items) > b.N-b.N/10 {
			last += datatest.CPU(b) - start
			late += len(items)
		}
	}
	b.StopTimer()
	if err := origins.Err(); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(last.Microseconds())/float64(late), "cpu-µs/item")
	b.ReportMetric((live()-before)/float64(b.N), "B/item-held")
	runtime.KeepAlive(told)
	runtime.KeepAlive(origins)
}

// live is how many bytes are held.
func live() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc)
}

// invented is a press of items of 330 words, drawn as in a language, few of them often.
// Each has a name that no other one has, five numbers, and every seventh is an older
// one with some words changed.
type invented struct {
	random *rand.Rand
	zipf   *rand.Zipf
	words  []string
	recent [][]string
}

func newInvented() *invented {
	random := rand.New(rand.NewPCG(1, 2))
	p := &invented{random: random, zipf: rand.NewZipf(random, 1.07, 8, 49_999)}
	for range 50_000 {
		w := make([]byte, 2+random.IntN(9))
		for i := range w {
			w[i] = "etaoinshrdlucmfwypvbgkjqxz"[min(random.IntN(26), random.IntN(26))]
		}
		if random.IntN(12) == 0 {
			w[0] -= 'a' - 'A'
		}
		p.words = append(p.words, string(w))
	}
	return p
}

func (p *invented) item(n int) match.Item {
	const length, numbers, changed, remembered = 330, 5, 40, 3000
	words := make([]string, length)
	if n%7 == 6 {
		words = slices.Clone(p.recent[p.random.IntN(len(p.recent))])
		for range changed {
			words[p.random.IntN(length)] = p.words[p.zipf.Uint64()]
		}
	} else {
		for i := range words {
			words[i] = p.words[p.zipf.Uint64()]
		}
		for range numbers {
			words[p.random.IntN(length)] = fmt.Sprint(p.random.IntN(5000))
		}
		words[20] = "Y" + strings.Map(func(digit rune) rune { return digit - '0' + 'a' }, fmt.Sprint(n)) + "ov"
		p.recent = append(p.recent, words)
		p.recent = p.recent[max(0, len(p.recent)-remembered):]
	}
	return match.Item{Headline: strings.Join(words[:9], " "), Body: strings.Join(words[9:], " ")}
}
