-- The body that must not see the case: the one complained of.
alter table cases_case add column hidden_from text null;

-- What officials write for each other. Nobody's answer waits for it, so it raises no version.
create table cases_note (
    note_id        uuid not null primary key,
    case_id        uuid not null,
    act            uuid not null,
    at             timestamptz not null,
    author_id      uuid not null,
    content        bytea not null
);

create index ix_cases_note_case on cases_note (case_id, note_id);

-- The desk's order: what is due first stands first.
create index ix_cases_case_desk on cases_case (queue, organization, coalesce(state_due_at, due_at), case_id) where queue is not null;
create index ix_cases_case_submitted on cases_case (organization, submitted_at) where submitted_at is not null;
create index ix_cases_case_decided on cases_case (organization, changed_at) where final;
