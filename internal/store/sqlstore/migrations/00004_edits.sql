-- +goose Up
-- When the pages of items are looked at again, and what happened to items at
-- their sources. Only items whose page was read have a row in looks, so that
-- taking in feeds alone writes nothing here.
create table looks (
	item  text   primary key,
	next  bigint not null,
	lease bigint not null,
	source text not null,
	doc   bytea  not null
);
create index looks_next on looks (next, item);

create table edits (
	seq     bigint  primary key,
	item    text    not null,
	version integer not null,
	source  text    not null,
	kind    text    not null,
	time    bigint  not null,
	of_item text    not null
);
create unique index edits_once on edits (item, kind, time, of_item);
create index edits_of on edits (of_item) where of_item <> '';

-- +goose Down
drop table edits;
drop table looks;
