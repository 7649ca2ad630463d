package sqlstore

import (
	"encoding/json"
	"fmt"

	json1 "github.com/go-json-experiment/json/v1"
	"github.com/klauspost/compress/s2"

	"dateline"
)

// encode makes the two documents of a version: the head, which lists read by
// the hundred, and the body, which is read alone and compressed.
func encode(item *dateline.Item) (head, body []byte, err error) {
	// The caller's item keeps its body.
	short := *item
	short.Body = nil
	if head, err = json.Marshal(&short); err != nil {
		return nil, nil, fmt.Errorf("encode item %s: %w", item.ID, err)
	}
	text, err := json.Marshal(item.Body)
	if err != nil {
		return nil, nil, fmt.Errorf("encode item %s: %w", item.ID, err)
	}
	return head, s2.Encode(nil, text), nil
}

// decode is the way back; a nil body stays out.
func decode(head, body []byte) (item dateline.Item, err error) {
	if err := unmarshal(head, &item); err != nil {
		return item, fmt.Errorf("decode an item: %w", err)
	}
	// Lists and histories ask for heads alone: a body is most of an item.
	if body == nil {
		return item, nil
	}
	text, err := s2.Decode(nil, body)
	if err == nil {
		err = unmarshal(text, &item.Body)
	}
	if err != nil {
		return item, fmt.Errorf("decode item %s: %w", item.ID, err)
	}
	return item, nil
}

// unmarshal is json.Unmarshal by the decoder that is to follow it, which takes
// half its time on what is kept here; writing is no faster by it.
func unmarshal(doc []byte, v any) error { return json1.Unmarshal(doc, v) }
