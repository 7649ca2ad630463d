package story

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestMeasured holds stories to what they have reached: F1 of pairs.
func TestMeasured(t *testing.T) {
	dir := os.Getenv("DATELINE_DATA")
	if dir == "" {
		t.Skip("DATELINE_DATA is not set")
	}
	for name, floor := range map[string]float64{"fnc": 0.89, "basil": 0.986, "ecbplus-snippets": 0.835} {
		f, err := os.Open(filepath.Join(dir, "cluster-dev", name+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		s := New(Config{})
		var told []int
		var gold []string
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var r struct{ Title, Text, Date, Story string }
			if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
				t.Fatal(err)
			}
			date, _ := time.Parse(time.DateOnly, r.Date) // zero in the sets without dates
			told, gold = append(told, s.Add(Item{Headline: r.Title, Body: r.Text, Date: date})), append(gold, r.Story)
		}
		hit, said, same := 0, 0, 0
		for i := range gold {
			for j := range i {
				a, b := gold[i] == gold[j], told[i] == told[j]
				if a && b {
					hit++
				}
				if a {
					same++
				}
				if b {
					said++
				}
			}
		}
		f1 := 2 * float64(hit) / float64(max(1, said+same))
		t.Logf("%s: %d items, F1 of pairs %.4f", name, len(gold), f1)
		if f1 < floor {
			t.Errorf("%s: F1 %.4f is less than %.3f", name, f1, floor)
		}
	}
}
