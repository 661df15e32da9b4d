-- Holds no row ever: inserting one is how a missed guard undoes its act.
create table platform_act_guard (
    ok integer not null,
    constraint ck_platform_act_guard check (ok = 1)
);

create table platform_idempotency (
    scope        text not null,
    key          text not null,
    request_hmac bytea not null,
    status       integer not null,
    location     text null,
    subject_id   uuid not null,
    created_at   timestamptz not null,
    primary key (scope, key)
);

create index ix_platform_idempotency_subject on platform_idempotency (subject_id);
