package story

import (
	"testing"
	"time"

	"dateline/internal/datatest"
)

// TestMeasured holds stories to what they have reached: F1 of pairs.
func TestMeasured(t *testing.T) {
	for name, floor := range map[string]float64{"fnc": 0.89, "basil": 0.986, "ecbplus-snippets": 0.835} {
		rows := readRows(t, name)
		s := New(Config{})
		told := make([]int, len(rows))
		for i, r := range rows {
			told[i] = s.Add(r.item())
		}
		f1 := pairF1(rows, told)
		t.Logf("%s: %d items, F1 of pairs %.4f, BCubed %.4f", name, len(rows), f1, bCubed(rows, told))
		if f1 < floor {
			t.Errorf("%s: F1 %.4f is less than %.3f", name, f1, floor)
		}
	}
}

// A row is an item of a measuring set with the label of its story.
type row struct{ Title, Text, Date, Story string }

// item has no date in the sets without dates.
func (r *row) item() Item {
	date, _ := time.Parse(time.DateOnly, r.Date)
	return Item{Headline: r.Title, Body: r.Text, Date: date}
}

func readRows(t *testing.T, name string) []row {
	t.Helper()
	return datatest.Lines[row](t, datatest.Path(t, "cluster-dev", name+".jsonl"))
}

// pairF1 is over all pairs of items put together.
func pairF1(rows []row, told []int) float64 {
	hit, said, same := 0, 0, 0
	for i := range rows {
		for j := range i {
			a, b := rows[i].Story == rows[j].Story, told[i] == told[j]
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
	return 2 * float64(hit) / float64(max(1, said+same))
}

// bCubed is F1 of the mean precision and recall of an item (Bagga and Baldwin, 1998).
func bCubed(rows []row, told []int) float64 {
	type cell struct {
		story string
		told  int
	}
	both, byStory, byTold := map[cell]float64{}, map[string]float64{}, map[int]float64{}
	for i, r := range rows {
		both[cell{r.Story, told[i]}]++
		byStory[r.Story]++
		byTold[told[i]]++
	}
	precision, recall := 0.0, 0.0
	for c, n := range both {
		precision += n * n / byTold[c.told]
		recall += n * n / byStory[c.story]
	}
	return 2 * precision * recall / (precision + recall) / float64(len(rows))
}
