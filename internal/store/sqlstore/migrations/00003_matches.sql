-- +goose Up
-- What has its text from where, and which items tell one story. What is written
-- with every item (match_keys, told) stands with each database.

create table matches (
	item    text    not null,
	place   integer not null, -- in the order of what an item was made from
	of_item text    not null,
	doc     bytea   not null,
	primary key (item, place)
);
create index matches_of on matches (of_item);

create table families (
	item   text    primary key,
	family text    not null,
	place  integer not null -- 0: the earliest known
);
create index families_family on families (family, place);

create table stories (
	id     text    primary key,
	items  integer not null,
	last   bigint  not null,
	merged text    not null,
	doc    bytea   not null
);
create index stories_last on stories (last, id) where items > 1;
create index stories_merged on stories (merged) where merged <> '';

-- +goose Down
drop table stories;
drop table families;
drop table matches;
