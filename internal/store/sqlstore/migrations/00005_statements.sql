-- +goose Up
-- Who said what: the statements of a version in one row, which is read whole
-- with its item. A version without statements, as most briefs are, has none.
create table statements (
	item    text    not null,
	version integer not null,
	program integer not null,
	doc     bytea   not null,
	primary key (item, version)
);

-- +goose Down
drop table statements;
