alter table careless_visit add column only_here text null;
alter table careless_first rename to careless_second;
