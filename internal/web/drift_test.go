package web

import (
	"context"
	"strings"
	"testing"
	"time"

	"dateline"
)

// The page of a source says what its items may lack, on no cached page longer
// than that is true.
func TestSourcePageTellsDrift(t *testing.T) {
	w := newWorld(t)
	id := sampleSources()[0].ID
	phrases := map[string][2]string{
		"/en/source/" + string(id): {"Since 20 November 2026 this source has been read less completely than before.", "Its items may lack: the byline, part of the text."},
		"/ar/source/" + string(id): {"منذ 20 تشرين الثاني/نوفمبر 2026 لا يُقرأ هذا المصدر كاملًا كما كان", "وقد ينقص أخباره: اسم الكاتب، جزء من النص."},
	}
	page := func(path string) string {
		return strings.NewReplacer("\u2068", "", "\u2069", "").Replace(w.page(path))
	}
	poll := func(habits ...dateline.Habit) {
		w.update(func(ctx context.Context, tx dateline.Tx) error {
			if err := tx.Polled(ctx, id, dateline.Poll{Reading: dateline.Reading{Habits: habits}}); err != nil {
				return err
			}
			return tx.Append(ctx, dateline.Entry{Time: noon, Kind: dateline.EntrySource, Source: id, Note: dateline.NoteDrifted})
		})
		w.step()
	}
	for path, said := range phrases {
		lacks(t, page(path), said[0], said[1])
	}
	poll(
		dateline.Habit{Trait: dateline.TraitByline, Items: 99, Share: 1, Seen: 9, Since: noon.Add(-24 * time.Hour), Lost: noon},
		dateline.Habit{Trait: dateline.TraitDate, Items: 99, Share: 1, Seen: 3, Since: noon.Add(-96 * time.Hour)},
		dateline.Habit{Trait: dateline.TraitLength, Items: 99, Share: 1, Seen: 9, Since: noon.Add(-48 * time.Hour), Lost: noon})
	for path, said := range phrases {
		contains(t, page(path), said[0], said[1])
	}
	poll(dateline.Habit{Trait: dateline.TraitByline, Items: 99, Share: 1})
	for path, said := range phrases {
		lacks(t, page(path), said[0], said[1])
	}
}
