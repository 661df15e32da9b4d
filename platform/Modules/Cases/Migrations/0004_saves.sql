-- How often a page of the case was saved. Saving raises no version: two windows collide only on the same page.
alter table cases_case add column saves bigint not null default 0;
