package person

import (
	"strings"
	"testing"

	"dateline/internal/datatest"
	"dateline/internal/match/across"
)

// TestMeasured takes the names of a list that nothing here was tuned on, in both
// scripts: how many are heard as one, and how many of all the wrong pairs are,
// alone and as whole names of two.
func TestMeasured(t *testing.T) {
	j, err := New()
	if err != nil {
		t.Fatal(err)
	}
	var arabic, latin []string
	for _, p := range datatest.Pairs(t, "names-ar-en", "ar2en-eval.txt") {
		if a, l := p[0], p[1]; !strings.ContainsAny(a+l, " -") {
			arabic, latin = append(arabic, a), append(latin, strings.ToLower(l))
		}
	}
	n := len(arabic)
	consonants := func(w string) string { c, _ := across.Parts(latinSounds.Replace(w)); return c }
	byConsonants := map[string][]int{} // most wrong pairs differ in them: 2 million take a minute
	for k := range n {
		c := consonants(latin[k])
		byConsonants[c] = append(byConsonants[c], k)
	}
	alike := make([]map[int]bool, n)
	right, wrong := 0, 0
	for i := range n {
		alike[i] = map[int]bool{}
		for _, k := range byConsonants[consonants(arabic[i])] {
			if latin[k] != latin[i] && arabic[k] == arabic[i] {
				continue // another spelling of the same name
			}
			if !heardAlike(j.letters, arabic[i], latin[k], false) {
				continue
			}
			if alike[i][k] = true; k == i {
				right++
			} else if latin[k] != latin[i] {
				wrong++
			}
		}
	}
	t.Logf("%d names: %d heard as one (%.1f %%); of %d wrong pairs %d are", n, right, 100*float64(right)/float64(n), n*(n-1), wrong)
	whole := 0
	for i := 0; i+1 < n; i += 2 {
		if alike[i][i] && alike[i+1][i+1] {
			whole++
		}
	}
	t.Logf("%d names of two words: %d heard as one (%.1f %%)", n/2, whole, 200*float64(whole)/float64(n))
	if right*10 < n*5 || wrong > n/2 {
		t.Error("fewer than half of the names are heard as one, or one in two as another name of the list")
	}
}
