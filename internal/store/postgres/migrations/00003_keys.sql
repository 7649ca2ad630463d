-- +goose Up
-- The keys by which the text of a version is found, by the log entry that made
-- the version, and which story an item tells.
create table match_keys (
	seq     bigint  primary key,
	item    text    not null,
	version integer not null,
	keys    bytea   not null
);
create index match_keys_item on match_keys (item);

create table told (
	item       text    primary key,
	version    integer not null,
	story      text    not null,
	strand     bigint  not null, -- the log entry that began what its words put it to
	time       bigint  not null,
	language   text    not null,
	source     text    not null,
	copy       integer not null,
	by_what    text    not null,
	confidence double precision not null,
	program    integer not null
);
create index told_story on told (story, time, item);

-- +goose Down
drop table told;
drop table match_keys;
