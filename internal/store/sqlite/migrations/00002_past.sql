-- +goose Up
-- Search as of a past entry of the log. "made" is the log entry that made a
-- version; of a current version it stands in the item's row as well, where a
-- search finds it without a further look.
alter table versions add column made integer not null default 0;
alter table items add column made integer not null default 0;
update versions set made = l.seq from log l
	where l.item = versions.item and l.version = versions.version and l.kind in ('kept', 'version');
update items set made = v.made from versions v where v.item = items.id and v.version = items.version;

-- Versions that others have followed, with the log entries that made them and
-- that made the next ones. Their words stand apart from those of today.
create table past (
	slot     integer primary key, -- its place in the order of time
	id       text    not null,
	version  integer not null,
	source   text    not null,
	language text    not null,
	time     integer not null,
	made     integer not null,
	followed integer not null,
	terms    blob,
	unique (id, version)
);
create virtual table past_search using fts5 (
	text, rest, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '=@-'"
);

-- +goose Down
drop table past_search;
drop table past;
alter table items drop column made;
alter table versions drop column made;
