// Package intake takes copy in: it polls feeds, fetches the pages behind their
// entries, takes files and addresses that a person names, and finds the feeds of
// a site.
//
// The way of a poll:
//
//	lease a due source ─▶ fetch its feed ─▶ read the entries that are new ─▶
//	fetch and read their pages ─▶ keep items and poll state in one transaction
//
// An entry is new when its digest is not the one that its item was kept with;
// all others cost nothing. The validators and the time of the next poll are
// written in the transaction that keeps the last of the items, so that a crash
// can repeat a poll but never lose an item. Finished polls of several sources
// share a transaction, for the sake of stores that sync to disk.
//
// A page that cannot be had does not keep its item out: the item is kept from
// the entry alone, and the warning of the poll counts it. When the failure may
// pass, the item is kept without a digest, so that the entry is read again as
// long as the feed lists it.
package intake
