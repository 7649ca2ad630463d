-- +goose Up
-- Which versions of items name an address as that of a translation. Most name
-- none.
create table naming (
	url     text    not null,
	item    text    not null,
	version integer not null,
	primary key (url, item, version)
);
create index naming_item on naming (item);

-- +goose Down
drop table naming;
