-- In clear: ids, kind, days, states. What a person wrote stays with the case, sealed with its key.
create table sample_entry (
    entry_id     uuid not null primary key,
    number       text not null,
    case_id      uuid not null,
    person_id    uuid null,
    service      text not null,
    kind         text not null,
    organization text not null,
    area_path    text not null,
    valid_until  date null,
    entered_at   timestamptz not null,
    ended_at     timestamptz null,
    told_at      timestamptz null,
    act          uuid not null
);

create index ix_sample_entry_organization on sample_entry (organization, entry_id);
create index ix_sample_entry_person on sample_entry (person_id) where ended_at is null;
create index ix_sample_entry_over on sample_entry (valid_until) where ended_at is null;

-- Each number once. A small table of its own, because the big one may be divided by id one day.
create table sample_number (
    number       text not null primary key,
    entry_id     uuid not null
);
