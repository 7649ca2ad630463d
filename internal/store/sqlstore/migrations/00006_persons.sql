-- +goose Up
-- Which person made which statement. Of the speakers of the press few are named,
-- so that a row comes with one item in two or three.
create table spoken (
	item       text    not null,
	statement  text    not null,
	version    integer not null,
	person     text    not null,
	name       text    not null,
	role       text    not null,
	language   text    not null,
	source     text    not null,
	time       bigint  not null,
	is_public  integer not null,
	by_what    text    not null,
	confidence double precision not null,
	program    integer not null,
	primary key (item, statement)
);
create index spoken_person on spoken (person, time, statement);
create index spoken_role on spoken (person, language, time, statement) where role <> '';

create table persons (
	id          text    primary key,
	statements  integer not null,
	last        bigint  not null,
	confirmed   integer not null,
	private     integer not null,
	into_person text    not null,
	doc         bytea   not null
);
create index persons_most on persons (statements, id) where into_person = '';
create index persons_last on persons (last, id) where into_person = '';
create index persons_into on persons (into_person) where into_person <> '';

-- The keys by which a person is found again, by each of the spellings.
create table person_keys (
	key      text not null,
	person   text not null,
	name     text not null,
	language text not null,
	primary key (key, person, name, language)
);
create index person_keys_person on person_keys (person, language, name);

-- What the desk ordered. These rows are facts, and stay when the others are
-- derived anew.
create table person_orders (
	seq         bigint primary key,
	person      text   not null,
	into_person text   not null,
	doc         bytea  not null
);
create index person_orders_person on person_orders (person);
create index person_orders_into on person_orders (into_person) where into_person <> '';

-- +goose Down
drop table person_orders;
drop table person_keys;
drop table persons;
drop table spoken;
