package web

import (
	"encoding/json"
	"strings"

	"dateline/internal/locale"
)

// The script speaks the edition's words, but it is one file for all editions:
// what differs stands in attributes of the page, as JSON.

// forScript returns the names of months, days and digits for the reader's
// clock, and the forms in which new items are counted.
func forScript(e *locale.Edition) (calendar, forms string, err error) {
	c := e.Calendar()
	names, err := json.Marshal(struct {
		Months    [12]string `json:"months"`
		Days      [7]string  `json:"days"`
		Greenwich string     `json:"greenwich"`
		Digits    []string   `json:"digits"` // in Arabic each is longer than a byte
	}{c.Months, c.Days, c.Greenwich, strings.Split(c.Digits, "")})
	if err != nil {
		return "", "", err
	}
	counted, err := json.Marshal(e.Messages().List.New)
	return string(names), string(counted), err
}
