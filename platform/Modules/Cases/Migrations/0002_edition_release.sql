-- The release of the pack that holds the edition: read back from there.
alter table cases_edition add column release bigint not null default 0;
