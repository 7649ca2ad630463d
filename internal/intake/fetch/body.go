package fetch

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"io"
	"net/http"
	"strings"

	"dateline"
)

// readBody reads what the server sends and undoes its compression, up to limit
// bytes. Whatever came before that, before the connection broke off or before
// the compressed stream ended too early is given back with the error.
func readBody(r *http.Response, limit int64, part bool) ([]byte, *Error) {
	// What says itself that it is too large is refused before a byte is read.
	if r.ContentLength > limit && !part {
		return nil, tooLarge(limit)
	}
	plain, err := decompress(r)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	// In one piece where its length is known: growing by doubling copies a page twice.
	if r.ContentLength > 0 && !r.Uncompressed && r.Header.Get("Content-Encoding") == "" {
		b.Grow(int(min(r.ContentLength, limit)) + bytes.MinRead)
	}
	// One byte more, to tell a document of just that size from one that goes on.
	_, readErr := io.Copy(&b, io.LimitReader(plain, limit+1))
	switch {
	case int64(b.Len()) > limit:
		return b.Bytes()[:limit], tooLarge(limit)
	case readErr == nil, errors.Is(readErr, gzip.ErrHeader):
		// Behind a gzip stream that was whole may stand what is none: servers pad.
		return b.Bytes(), nil
	case errors.Is(readErr, gzip.ErrChecksum), isCorrupt(readErr):
		return b.Bytes(), failure(KindEncoding, dateline.ErrInvalid, "its compression is broken")
	default:
		return b.Bytes(), explain(readErr, r.Request.URL.Host)
	}
}

// tooLarge names the limit and not the size, which nobody knows of what was cut off.
func tooLarge(limit int64) *Error {
	return failure(KindTooLarge, dateline.ErrTooLarge, "it is larger than %d MB", limit>>20)
}

// isCorrupt recognises compress/flate's own error, which is a type of number.
func isCorrupt(err error) bool { return strings.Contains(err.Error(), "flate: corrupt") }

// decompress undoes gzip and deflate. The first bytes decide about gzip: some
// servers announce what they do not do.
func decompress(r *http.Response) (io.Reader, *Error) {
	switch encoding := strings.ToLower(strings.TrimSpace(r.Header.Get("Content-Encoding"))); encoding {
	case "", "identity", "none", "utf-8":
		return r.Body, nil
	case "gzip", "x-gzip":
		var magic [2]byte
		n, err := io.ReadFull(r.Body, magic[:])
		whole := io.MultiReader(bytes.NewReader(magic[:n]), r.Body)
		if err != nil || magic != [2]byte{0x1f, 0x8b} {
			return whole, nil
		}
		z, err := gzip.NewReader(whole)
		if err != nil {
			return nil, failure(KindEncoding, dateline.ErrInvalid, "its compression is broken")
		}
		return z, nil
	case "deflate":
		// Some servers leave out the zlib format around it (RFC 9110, section 8.4.1.2).
		body := bufio.NewReader(r.Body)
		head, _ := body.Peek(2)
		if len(head) < 2 || head[0]&0x0f != 8 || (int(head[0])<<8|int(head[1]))%31 != 0 {
			return flate.NewReader(body), nil
		}
		z, err := zlib.NewReader(body)
		if err != nil {
			return nil, failure(KindEncoding, dateline.ErrInvalid, "its compression is broken")
		}
		return z, nil
	default:
		return nil, failure(KindEncoding, dateline.ErrInvalid, "it comes compressed as %q, which was not asked for", encoding)
	}
}
