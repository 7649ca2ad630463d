package web

import (
	"encoding/json"
	"testing"

	"dateline"
	"dateline/internal/locale"
)

func TestForScript(t *testing.T) {
	e, err := locale.New(dateline.Edition{Language: "ar", Digits: locale.Arab})
	if err != nil {
		t.Fatal(err)
	}
	calendar, forms, err := forScript(e)
	if err != nil {
		t.Fatal(err)
	}
	var names struct{ Months, Days, Digits []string }
	var counted map[string]string
	if json.Unmarshal([]byte(calendar), &names) != nil || json.Unmarshal([]byte(forms), &counted) != nil {
		t.Fatalf("no JSON: %s %s", calendar, forms)
	}
	if len(names.Months) != 12 || len(names.Days) != 7 || len(names.Digits) != 10 || names.Digits[3] != "٣" {
		t.Errorf("calendar %s", calendar)
	}
	// the browser asks for the forms by the names of CLDR
	for _, form := range []string{"zero", "one", "two", "few", "many", "other"} {
		if counted[form] == "" {
			t.Errorf("no form %q in %s", form, forms)
		}
	}
}
