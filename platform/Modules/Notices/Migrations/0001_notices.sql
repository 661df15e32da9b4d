-- A notice is sealed with the key of its case: it goes when the case is erased.
create table notices_notice (
    notice_id  uuid not null primary key,
    case_id    uuid not null,
    person_id  uuid null,
    seq        bigint not null,
    name       text not null,
    language   text not null,
    content    bytea not null,
    created_at timestamptz not null,
    read_at    timestamptz null,
    act        uuid not null
);

create index ix_notices_notice_person on notices_notice (person_id, notice_id);
create index ix_notices_notice_case on notices_notice (case_id, notice_id);

-- What else carries it. No address stands here: it is read from the person when it is needed.
create table notices_delivery (
    delivery_id uuid not null primary key,
    notice_id   uuid not null,
    case_id     uuid not null,
    channel     text not null,
    state       text not null,
    -- Tries begun, and tries whose end is known: they differ after a crash between sending and writing.
    attempts    integer not null,
    outcomes    integer not null,
    reason      text null,
    reference   text null,
    due_at      timestamptz not null,
    settled_at  timestamptz null,
    lease_token uuid null,
    lease_until timestamptz null,
    act         uuid not null
);

create index ix_notices_delivery_due on notices_delivery (channel, due_at) where state = 'waiting';
create index ix_notices_delivery_notice on notices_delivery (notice_id);
create index ix_notices_delivery_case on notices_delivery (case_id);

create table notices_preference (
    person_id  uuid not null primary key,
    email      boolean not null,
    sms        boolean not null,
    language   text null,
    changed_at timestamptz not null,
    act        uuid not null
);
