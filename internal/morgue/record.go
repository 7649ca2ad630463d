package morgue

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"time"

	"github.com/klauspost/compress/zstd"

	"dateline"
)

// A record is a header and a payload:
//
//	mark      4 bytes  "DLc1" for copy, "DLx1" for copy that was removed
//	length    4 bytes  of the payload
//	received  8 bytes  microseconds since 1970
//	sum       4 bytes  CRC-32C of the payload
//	check     4 bytes  CRC-32C of the header so far
//
// The payload is one zstd frame of: the length of what is known of the copy (4
// bytes), that as JSON, and the body. Numbers are little-endian.
const headerSize = 24

const (
	markCopy    = "DLc1"
	markRemoved = "DLx1"
)

// maxBody bounds a copy; maxRecord bounds what is read, so that a broken length
// cannot ask for all memory.
const (
	maxBody   = 1 << 29
	maxRecord = 1 << 30
)

type header struct {
	removed  bool
	length   int
	received int64
	sum      uint32
}

var errNoRecord = errors.New("there is no record")

// checksum is CRC-32C, which processors compute by themselves.
func checksum(data []byte) uint32 {
	return crc32.Checksum(data, crc32.MakeTable(crc32.Castagnoli))
}

// append writes the header behind what is there; its own check comes last, over all
// before it.
func (h header) append(to []byte) []byte {
	start, mark := len(to), markCopy
	if h.removed {
		mark = markRemoved
	}
	to = append(to, mark...)
	to = binary.LittleEndian.AppendUint32(to, uint32(h.length))
	to = binary.LittleEndian.AppendUint64(to, uint64(h.received))
	to = binary.LittleEndian.AppendUint32(to, h.sum)
	return binary.LittleEndian.AppendUint32(to, checksum(to[start:]))
}

// parseHeader reads a header; errNoRecord when there is none.
func parseHeader(data []byte) (header, error) {
	if len(data) < headerSize {
		return header{}, errNoRecord
	}
	mark := string(data[:4])
	if mark != markCopy && mark != markRemoved || binary.LittleEndian.Uint32(data[20:]) != checksum(data[:20]) {
		return header{}, errNoRecord
	}
	length := binary.LittleEndian.Uint32(data[4:])
	if length > maxRecord {
		return header{}, errNoRecord
	}
	return header{
		removed: mark == markRemoved, length: int(length),
		received: int64(binary.LittleEndian.Uint64(data[8:])), sum: binary.LittleEndian.Uint32(data[16:]),
	}, nil
}

// known is what is known of a copy besides its body.
type known struct {
	Source      dateline.SourceID `json:"source,omitempty"`
	URL         string            `json:"url,omitempty"`
	Received    time.Time         `json:"received,omitzero"`
	ContentType string            `json:"contentType,omitempty"`
	Zone        string            `json:"zone,omitempty"`
	Language    string            `json:"language,omitempty"`
}

// codec turns copies into payloads and back. It may be used by many at once.
type codec struct {
	encoder *zstd.Encoder
	decoder *zstd.Decoder
}

// newCodec takes the fastest level: the next one costs twice the time and saves
// a tenth of the room. Records have a sum of their own.
func newCodec() (codec, error) {
	encoder, err := zstd.NewWriter(nil,
		zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderCRC(false), zstd.WithWindowSize(256<<10), zstd.WithLowerEncoderMem(true))
	if err != nil {
		return codec{}, err
	}
	decoder, err := zstd.NewReader(nil, zstd.WithDecoderMaxMemory(maxRecord), zstd.WithDecoderLowmem(true))
	return codec{encoder, decoder}, err
}

// record makes the whole record of a copy.
func (c codec) record(of dateline.Copy) ([]byte, error) {
	if len(of.Body) > maxBody {
		return nil, fmt.Errorf("copy of %d MB from %s: %w", len(of.Body)>>20, of.URL, dateline.ErrTooLarge)
	}
	meta, err := json.Marshal(known{of.Source, of.URL, of.Received, of.ContentType, of.Zone, of.Language})
	if err != nil {
		return nil, fmt.Errorf("encode what is known of %s: %w", of.URL, err)
	}
	plain := make([]byte, 0, 4+len(meta)+len(of.Body))
	plain = binary.LittleEndian.AppendUint32(plain, uint32(len(meta)))
	plain = append(append(plain, meta...), of.Body...)
	// Room for a third of it: most pages pack smaller, others make it grow.
	record := make([]byte, headerSize, headerSize+len(plain)/3+512)
	record = c.encoder.EncodeAll(plain, record)
	payload := record[headerSize:]
	// Into the room that was left before the payload, for its sum is only known now.
	header{length: len(payload), received: of.Received.UnixMicro(), sum: checksum(payload)}.append(record[:0])
	return record, nil
}

// copyIn reads the copy in a payload.
func (c codec) copyIn(payload []byte) (dateline.Copy, error) {
	plain, err := c.decoder.DecodeAll(payload, nil)
	if err != nil {
		return dateline.Copy{}, fmt.Errorf("decompress a record: %w", err)
	}
	if len(plain) < 4 {
		return dateline.Copy{}, errNoRecord
	}
	// The sum of the record was right, so this is a fault of the program or a forged file.
	size := int(binary.LittleEndian.Uint32(plain))
	plain = plain[4:]
	if size > len(plain) {
		return dateline.Copy{}, errNoRecord
	}
	var k known
	if err := json.Unmarshal(plain[:size], &k); err != nil {
		return dateline.Copy{}, fmt.Errorf("decode what is known of a copy: %w", err)
	}
	return dateline.Copy{
		Source: k.Source, URL: k.URL, Received: k.Received, ContentType: k.ContentType, Body: plain[size:],
		Zone: k.Zone, Language: k.Language,
	}, nil
}

func (c codec) close() error {
	c.decoder.Close()
	return c.encoder.Close()
}
