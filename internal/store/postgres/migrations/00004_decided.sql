-- +goose Up
-- Which version was filed with a decision. Until now it was written in the same
-- transaction as its version, and so is the next entry of the log.
alter table decisions add column version integer not null default 0;
update decisions set version = v.version from versions v
	where v.item = decisions.item and v.made = decisions.seq - 1 and decisions.kind = 'correct';

-- +goose Down
alter table decisions drop column version;
