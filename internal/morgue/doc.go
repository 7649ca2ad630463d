// Package morgue keeps raw copy in a folder of pack files, so that reading can
// be improved and run again over what came in.
//
// A pack holds the copy of one day, one record behind the other, and is only
// ever written at its end. Each start of the program begins packs of its own:
// a tail that was torn by a crash is then in nobody's way, and nothing has to
// be read or mended when a folder is opened. What a Put has returned an address
// for was synced before; what a crash cut off was never promised.
//
// Pruning deletes whole packs, for they are named by their day; within the day
// of the limit, and for a single copy that must go, the bytes are overwritten.
package morgue
