package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"syscall"
	"time"

	"dateline"
)

// A Kind says in one word why a document was not got; it names a counter.
type Kind string

// The kinds.
const (
	KindAddress   Kind = "address"   // the address makes no sense
	KindGuard     Kind = "guard"     // it is not on the public internet
	KindRobots    Kind = "robots"    // robots.txt forbids it
	KindName      Kind = "name"      // no such host
	KindConnect   Kind = "connect"   // nobody answers
	KindTLS       Kind = "tls"       // the certificate is not good
	KindTimeout   Kind = "timeout"   // it took too long
	KindStatus    Kind = "status"    // the server refused or failed
	KindGone      Kind = "gone"      // 410: gone for good
	KindRedirects Kind = "redirects" // too many, or in a circle
	KindTooLarge  Kind = "too-large"
	KindEncoding  Kind = "encoding" // compression that cannot be undone
	KindBroken    Kind = "broken"   // the connection broke off
	KindStopped   Kind = "stopped"  // we were stopped
)

// An Error says in plain words why a document was not got.
type Error struct {
	Kind   Kind
	Status int // of HTTP, when the server answered
	// RetryAfter is how long the server wants to be left alone, 0 if it did not say.
	RetryAfter time.Duration
	text       string
	is         error // a kind of package dateline
}

// Error gives the plain words, without a prefix: they stand in lists of sources.
func (e *Error) Error() string { return e.text }

// Unwrap gives the error's kind in the words of package dateline.
func (e *Error) Unwrap() error { return e.is }

// failure makes every error of this package, so that each has a kind for the counters
// and a kind for callers.
func failure(k Kind, is error, format string, args ...any) *Error {
	return &Error{Kind: k, text: fmt.Sprintf(format, args...), is: is}
}

// statusError is what an HTTP status that is neither 200 nor 304 means.
func statusError(r *http.Response, now time.Time) *Error {
	e := failure(KindStatus, dateline.ErrUnavailable, "the server answers %d %s", r.StatusCode, http.StatusText(r.StatusCode))
	e.Status = r.StatusCode
	e.RetryAfter = retryAfter(r.Header.Get("Retry-After"), now)
	switch r.StatusCode {
	case http.StatusGone:
		e.Kind, e.is, e.text = KindGone, dateline.ErrGone, "the server says that it is gone for good (410)"
	case http.StatusNotFound:
		e.is = dateline.ErrNotFound
	// Not for now but for us: whoever asks for pages again stops with these.
	case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusUnavailableForLegalReasons:
		e.is = dateline.ErrForbidden
	case http.StatusTooManyRequests, http.StatusServiceUnavailable: // of these the whole host is left alone, see one
		if e.RetryAfter > 0 {
			e.text += fmt.Sprintf(" and asks to wait %v", e.RetryAfter.Round(time.Second))
		}
	}
	return e
}

// explain puts an error of the network in plain words.
func explain(err error, host string) *Error {
	var own *Error
	var dns *net.DNSError
	var unknown x509.UnknownAuthorityError
	var name x509.HostnameError
	var cert x509.CertificateInvalidError
	var verify *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var timeout net.Error
	switch {
	case errors.As(err, &own): // the guard's, which comes wrapped by the dialler
		return own
	case errors.Is(err, context.Canceled):
		return failure(KindStopped, dateline.ErrUnavailable, "stopped before it was done")
	// Before the time-outs: a DNS error is one of those as well, when it took too long.
	case errors.As(err, &dns) && !dns.IsTimeout: // a name server that is slow knows nothing of the host
		return failure(KindName, dateline.ErrUnavailable, "there is no host %s", host)
	case errors.As(err, &timeout) && timeout.Timeout(), errors.Is(err, context.DeadlineExceeded):
		return failure(KindTimeout, dateline.ErrUnavailable, "%s does not answer in time", host)
	case errors.As(err, &unknown), errors.As(err, &name), errors.As(err, &cert), errors.As(err, &verify), errors.As(err, &record):
		return failure(KindTLS, dateline.ErrUnavailable, "%s cannot prove who it is: %v", host, err)
	case errors.Is(err, syscall.ECONNREFUSED):
		return failure(KindConnect, dateline.ErrUnavailable, "%s refuses the connection", host)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, syscall.ECONNRESET):
		return failure(KindBroken, dateline.ErrUnavailable, "%s breaks the connection off", host)
	default:
		return failure(KindConnect, dateline.ErrUnavailable, "%s cannot be reached: %v", host, err)
	}
}
