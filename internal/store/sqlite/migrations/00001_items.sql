-- +goose Up
-- The tables that are written with every item. An integer primary key is the
-- number of the row itself: no index of its own is kept for it.

create table items (
	slot     integer primary key, -- its place in the order of time
	id       text    not null unique,
	version  integer not null, -- 0: erased
	source   text    not null,
	language text    not null,
	time     integer not null,
	filed    text    not null, -- the status of its filing
	embargo  integer not null, -- of its filing
	digest   text    not null,
	url      text    not null,
	terms    blob
);
create index items_source on items (source, slot);
create index items_url on items (url) where url <> '';

create table log (
	seq     integer primary key,
	time    integer not null,
	kind    text    not null,
	item    text    not null,
	version integer not null,
	source  text    not null,
	note    text    not null
);

-- Words come folded, so the tokenizer shall leave them alone: to "ascii" all
-- characters beyond ASCII are letters. "text" is headline = body; "rest" holds
-- what has no order or another (stems, @bylines, =filters). Marks keep the kinds
-- apart, and since no word has a mark, a word alone needs no column.
create virtual table search using fts5 (
	text, rest, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '=@-'"
);

-- Merging is most of what indexing costs; four times as many small parts before
-- they are merged halve it, and a search feels nothing of them.
insert into search (search, rank) values ('automerge', 16);
-- Beyond that, parts are merged a little with each write and not all at once, and
-- what one transaction brings is one part.
insert into search (search, rank) values ('crisismerge', 64);
insert into search (search, rank) values ('hashsize', 8388608);

-- +goose Down
drop table search;
drop table log;
drop table items;
