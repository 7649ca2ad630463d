// Package api answers machines: feeds of each edition, source and search,
// sitemaps, robots.txt and the OpenSearch description. It only reads, takes
// what may go out from a wire.Reader and from nowhere else, and keeps its
// answers until the log says that something changed.
package api
