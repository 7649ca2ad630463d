// Package stage derives matches, families and stories from the log, one item
// after the other, as they come in.
//
//	Matches   what each item has its text from, and the earliest known item of its family
//	Stories   which items tell one piece of news
//
// What a stage knows of earlier items beside its rows, it holds in memory: the
// sampled keys of texts, the words of stories. The memory is a function of the
// rows and of how far the stage has come, and never of when the program was
// started: it begins at a place of the log that only the next entry's number
// decides (see [memory]), and is built by the same calls, in the same order,
// whether the items come in or come back from the store. So a stage that was
// stopped and started again derives what it would have derived without.
//
// A stage notes how far it has derived beside its cursor. A cursor that was set
// back to some place changes nothing: what is derived already is passed over.
// Set back to the beginning, everything is derived anew.
package stage
