package locale

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"dateline"
)

// walk calls visit with every leaf of two parallel catalogues.
func walk(path string, en, ar reflect.Value, visit func(path string, en, ar reflect.Value)) {
	_, plural := en.Interface().(Plural)
	switch {
	case en.Kind() == reflect.Struct && !plural:
		for i := range en.NumField() {
			walk(path+"."+en.Type().Field(i).Name, en.Field(i), ar.Field(i), visit)
		}
	case en.Kind() == reflect.Array:
		for i := range en.Len() {
			walk(path+"["+fmt.Sprint(i)+"]", en.Index(i), ar.Index(i), visit)
		}
	case en.Kind() == reflect.Map:
		for _, key := range en.MapKeys() {
			if !ar.MapIndex(key).IsValid() {
				visit(path+"["+fmt.Sprint(key)+"]", en.MapIndex(key), reflect.Zero(en.Type().Elem()))
				continue
			}
			walk(path+"["+fmt.Sprint(key)+"]", en.MapIndex(key), ar.MapIndex(key), visit)
		}
	default:
		visit(path, en, ar)
	}
}

func eachMessage(visit func(path string, en, ar reflect.Value)) {
	walk("", reflect.ValueOf(*english()), reflect.ValueOf(*arabic()), visit)
	// and back, for keys of maps that only Arabic has
	walk("", reflect.ValueOf(*arabic()), reflect.ValueOf(*english()), func(path string, ar, en reflect.Value) {
		visit(path, en, ar)
	})
}

func places(text string) []string {
	found := regexp.MustCompile(`\{\w+\}`).FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestEveryMessageInBothLanguages(t *testing.T) {
	count := 0
	eachMessage(func(path string, en, ar reflect.Value) {
		count++
		if p, ok := en.Interface().(Plural); ok {
			checkForms(t, path, p, ar.Interface().(Plural))
			return
		}
		if en.String() == "" || ar.String() == "" {
			t.Errorf("%s: en %q, ar %q: say it in both", path, en, ar)
		}
		if e, a := places(en.String()), places(ar.String()); !slices.Equal(e, a) {
			t.Errorf("%s: places %v in English, %v in Arabic", path, e, a)
		}
		if _, phrase := en.Interface().(Phrase); phrase == (len(places(en.String())) == 0) {
			t.Errorf("%s: %q: a Phrase has places, and only a Phrase", path, en)
		}
	})
	if count < 200 {
		t.Errorf("only %d messages were walked", count)
	}
}

func checkForms(t *testing.T, path string, en, ar Plural) {
	t.Helper()
	if en.One == "" || en.Other == "" {
		t.Errorf("%s: English lacks one or other: %+v", path, en)
	}
	for form, text := range map[string]string{
		"zero": ar.Zero, "one": ar.One, "two": ar.Two, "few": ar.Few, "many": ar.Many, "other": ar.Other,
	} {
		if text == "" {
			t.Errorf("%s: Arabic lacks %s", path, form)
		}
		spelt := form == "zero" || form == "one" || form == "two"
		if !spelt && !slices.Equal(places(text), []string{"{n}"}) {
			t.Errorf("%s: Arabic %s does not say the number: %q", path, form, text)
		}
	}
	if !slices.Equal(places(en.Other), []string{"{n}"}) {
		t.Errorf("%s: English other does not say the number: %q", path, en.Other)
	}
}

// Arabic furniture must be Arabic: only the names of the other edition and of
// the program may stand in Latin letters.
func TestArabicIsArabic(t *testing.T) {
	latin := regexp.MustCompile(`[A-Za-z]{2,}`)
	allowed := []string{".OtherWords.Language", ".OtherWords.Read", ".OtherWords.Latest"}
	eachMessage(func(path string, en, ar reflect.Value) {
		if _, ok := ar.Interface().(Plural); ok || slices.Contains(allowed, path) {
			return
		}
		if latin.MatchString(ar.String()) {
			t.Errorf("%s: Latin letters in %q", path, ar)
		}
	})
}

func TestEveryNounHasAName(t *testing.T) {
	traits := []dateline.Trait{dateline.TraitByline, dateline.TraitDate, dateline.TraitText, dateline.TraitLength}
	for _, m := range []*Messages{english(), arabic()} {
		named(t, m.Source.Lacks, traits...)
		named(t, m.Desk.Traits, traits...)
		named(t, m.Notices, dateline.Release, dateline.Hold, dateline.Spike, dateline.Update, dateline.Refile,
			dateline.Clarify, dateline.Correct, dateline.Withdraw, dateline.Kill, dateline.Embargo)
		named(t, m.Genres, dateline.Report, dateline.Analysis, dateline.Opinion, dateline.PressRelease, dateline.Sponsored)
		named(t, m.Match.Kinds,
			dateline.MatchDuplicate, dateline.MatchUpdate, dateline.MatchRewrite, dateline.MatchExcerpt, dateline.MatchTranslation)
		named(t, m.Kinds, append(dateline.SourceKinds(), dateline.Own)...)
		named(t, m.Source.Usages, dateline.Usages()...)
		named(t, m.Settings.Rules, dateline.Rules()...)
		named(t, m.Settings.WhenLost, dateline.Rules()...)
		named(t, m.Settings.PageModes, dateline.PageModes()...)
	}
}

func named[T ~string](t *testing.T, names map[T]string, all ...T) {
	t.Helper()
	for _, one := range all {
		if names[one] == "" {
			t.Errorf("%T %q has no name", one, one)
		}
	}
}

func TestCount(t *testing.T) {
	ar := edition(t, dateline.Edition{Language: "ar", Digits: Arab})
	en := plainEnglish(t)
	for _, test := range []struct {
		n      int
		en, ar string
	}{
		{0, "0 new items", "لا أخبار جديدة"},
		{1, "1 new item", "خبر جديد"},
		{2, "2 new items", "خبران جديدان"},
		{3, "3 new items", "٣ أخبار جديدة"},
		{10, "10 new items", "١٠ أخبار جديدة"},
		{11, "11 new items", "١١ خبرًا جديدًا"},
		{99, "99 new items", "٩٩ خبرًا جديدًا"},
		{100, "100 new items", "١٠٠ خبر جديد"},
		{102, "102 new items", "١٠٢ خبر جديد"},
		{103, "103 new items", "١٠٣ أخبار جديدة"},
		{1011, "1,011 new items", "١٬٠١١ خبرًا جديدًا"},
	} {
		if got := en.Count(en.Messages().List.New, test.n); got != test.en {
			t.Errorf("en %d: %q, want %q", test.n, got, test.en)
		}
		if got := ar.Count(ar.Messages().List.New, test.n); got != test.ar {
			t.Errorf("ar %d: %q, want %q", test.n, got, test.ar)
		}
	}
}

func TestPhrase(t *testing.T) {
	p := Phrase("{2} at {1}, {2}")
	if got := Isolate("a\u2069\u202eb"); got != "\u2068ab\u2069" {
		t.Errorf("Isolate = %q", got)
	}
	if got, want := p.With("a", "{1}"), Isolate("{1}")+" at "+Isolate("a")+", "+Isolate("{1}"); got != want {
		t.Errorf("With = %q, want %q", got, want)
	}
}
