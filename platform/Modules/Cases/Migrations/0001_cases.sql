-- In clear: ids, service, edition, organization, area, states, instants, versions, routing. What people answered is ciphertext.
create table cases_case (
    case_id        uuid not null primary key,
    reference      text null,
    service        text not null,
    edition        text null,
    organization   text not null,
    area           text null,
    area_path      text not null,
    state          text not null,
    queue          text null,
    final          boolean not null,
    version        bigint not null,
    act            uuid not null,
    applicant_id   uuid null,
    filed_by       uuid null,
    channel        text not null,
    assignee_id    uuid null,
    secret_hash    bytea null,
    created_at     timestamptz not null,
    submitted_at   timestamptz null,
    changed_at     timestamptz not null,
    due_at         timestamptz null,
    due_on         date null,
    state_due_at   timestamptz null,
    state_due_on   date null,
    paused_at      timestamptz null,
    time_zone      text null,
    erased_at      timestamptz null
);

create index ix_cases_case_applicant on cases_case (applicant_id, case_id) where applicant_id is not null;
create index ix_cases_case_queue on cases_case (queue, organization, state_due_at, case_id) where queue is not null;
create index ix_cases_case_assignee on cases_case (assignee_id, state_due_at, case_id) where assignee_id is not null and queue is not null;
create index ix_cases_case_draft on cases_case (changed_at, case_id) where state = 'draft';

-- What a person typed on one page of a draft, right or wrong. Two tabs collide only on the same page.
create table cases_page (
    case_id        uuid not null,
    page           text not null,
    version        bigint not null,
    act            uuid not null,
    saved_at       timestamptz not null,
    content        bytea not null,
    primary key (case_id, page)
);

-- The answers as submitted; a correction adds a revision.
create table cases_answers (
    case_id        uuid not null,
    revision       bigint not null,
    act            uuid not null,
    submitted_at   timestamptz not null,
    content        bytea not null,
    primary key (case_id, revision)
);

create table cases_event (
    case_id        uuid not null,
    seq            bigint not null,
    act            uuid not null,
    at             timestamptz not null,
    kind           text not null,
    action         text null,
    from_state     text null,
    to_state       text null,
    actor_id       uuid null,
    channel        text not null,
    content        bytea null,
    primary key (case_id, seq)
);

-- Uniqueness of references, in a small table of its own.
create table cases_reference (
    reference      text not null primary key,
    case_id        uuid not null
);

create table cases_token (
    token          text not null,
    case_id        uuid not null,
    primary key (token, case_id)
);

create index ix_cases_token_case on cases_token (case_id);

create table cases_edition (
    edition        text not null primary key,
    service        text not null,
    closure        text not null,
    stored_at      timestamptz not null
);

-- Amounts in minor units of the currency. State: due, paid, waived.
create table cases_fee (
    case_id        uuid not null,
    n              bigint not null,
    fee            text not null,
    amount         bigint not null,
    currency       text not null,
    state          text not null,
    act            uuid not null,
    settled_at     timestamptz null,
    primary key (case_id, n)
);

create table cases_file (
    case_id        uuid not null,
    file_id        uuid not null,
    size           bigint not null,
    stored_at      timestamptz not null,
    content        bytea not null,
    primary key (case_id, file_id)
);

create index ix_cases_file_file on cases_file (file_id);
