// Package web is the public site: a bilingual wire as pages, complete without
// script. It reads wire.Views and nothing else, so it cannot show what may not
// go out.
//
// A request goes this way: the cache answers if it has the page; otherwise
// routes (routes.go) finds the function that makes the page's view, the view
// is put through its template (site/*.html), and the page is kept with tags
// for all that stands on it (package cache). Changed follows the log, drops
// the tags of what changed and tells open pages (events.go). Functions return
// errors; trouble.go alone turns their kind into a status and a page.
package web
