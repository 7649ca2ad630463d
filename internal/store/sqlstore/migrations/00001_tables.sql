-- +goose Up
-- The tables whose text is the same in every database. Times are microseconds
-- since 1970, documents are JSON (bodies compressed). The three that are written
-- with every item (items, log, search) stand with each database.

create table state (
	one   integer primary key,
	seq   bigint  not null, -- of the newest log entry
	items bigint  not null  -- that were not erased
);
insert into state (one, seq, items) values (1, 0, 0);

create table versions (
	item    text    not null,
	version integer not null,
	head    bytea   not null,
	body    bytea   not null,
	primary key (item, version)
);

create table cursors (
	name text   primary key,
	seq  bigint not null
);

create table lease (
	one    integer primary key,
	holder text    not null,
	until  bigint  not null,
	epoch  bigint  not null
);
insert into lease (one, holder, until, epoch) values (1, '', 0, 0);

create table decisions (
	seq     bigint primary key,
	item    text   not null,
	kind    text   not null,
	by_whom text   not null,
	time    bigint not null,
	until   bigint not null,
	reason  text   not null,
	notice  text   not null
);
create index decisions_item on decisions (item, seq);

create table filings (
	item     text    primary key,
	source   text    not null,
	language text    not null,
	status   text    not null,
	urgency  integer not null,
	time     bigint  not null,
	released bigint  not null,
	embargo  bigint  not null,
	noticed  bigint  not null,
	doc      bytea   not null
);
-- One index for each way in which lists are read. Lists of all languages, or of
-- the others, are merged from lists of one. The first one counts, too.
create index filings_language on filings (language, time, item, status, embargo);
create index filings_source on filings (source, time, item);
create index filings_language_released on filings (language, released, item);
create index filings_source_released on filings (source, released, item);
create index filings_language_noticed on filings (language, noticed, item) where noticed > -62135596800000000;
create index filings_embargo on filings (embargo, item) where embargo > -62135596800000000;

create table sources (
	id     text    primary key,
	doc    bytea   not null,
	poll   bytea   not null,
	polled integer not null, -- 1: has a feed and is not retired
	next   bigint  not null,
	lease  bigint  not null
);
create index sources_next on sources (polled, next, id);

-- +goose Down
drop table sources;
drop table filings;
drop table decisions;
drop table lease;
drop table cursors;
drop table versions;
drop table state;
