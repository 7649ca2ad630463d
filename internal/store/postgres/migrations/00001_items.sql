-- +goose Up
-- The tables that are written with every item.

create table items (
	slot     bigint  primary key, -- its place in the order of time
	id       text    not null unique,
	version  integer not null, -- 0: erased
	source   text    not null,
	language text    not null,
	time     bigint  not null,
	filed    text    not null, -- the status of its filing
	embargo  bigint  not null, -- of its filing
	digest   text    not null,
	url      text    not null,
	terms    bytea
);
create index items_source on items (source, slot);
create index items_url on items (url) where url <> '';

create table log (
	seq     bigint  primary key,
	time    bigint  not null,
	kind    text    not null,
	item    text    not null,
	version integer not null,
	source  text    not null,
	note    text    not null
);

-- Words are given as words: no parser and no dictionary touches them. Positions
-- are not kept, since a tsvector keeps 256 of a word at most and none beyond
-- 16,383; phrases are sought in the text, " headline = body = @byline ".
create table search (
	slot  bigint   primary key,
	words tsvector not null,
	text  text     not null
);
create index search_words on search using gin (words);

-- +goose Down
drop table search;
drop table log;
drop table items;
