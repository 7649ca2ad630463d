// Package fetch gets documents from the web politely and safely.
//
// Polite: it asks conditionally, obeys robots.txt, Retry-After and a delay
// between requests to one host, opens few connections to it and says who it is.
//
// Safe: size, time, redirects and decompression are bounded, and no request
// goes to an address that is not on the public internet unless that is allowed
// for the source. The address is checked when the connection is made, after
// names have been resolved, so that neither a redirect nor a name that changes
// its address gets past.
//
// The package does not decide when to ask again; its errors say what is known
// about that.
package fetch
