create table platform_audit (
    subject_id   uuid not null,
    seq          bigint not null,
    act          uuid not null,
    at           timestamptz not null,
    kind         text not null,
    action       text not null,
    actor_id     uuid null,
    for_person   uuid null,
    channel      text not null,
    details      text not null,
    previous     bytea not null,
    leaf         bytea not null,
    primary key (subject_id, seq)
);

-- Waiting to be given a global position. In a table of its own so that platform_audit is never updated.
create table platform_audit_unsealed (
    subject_id   uuid not null,
    seq          bigint not null,
    primary key (subject_id, seq)
);

create table platform_audit_seal (
    position     bigint not null primary key,
    subject_id   uuid not null,
    seq          bigint not null,
    leaf         bytea not null
);

create unique index ux_platform_audit_seal_subject on platform_audit_seal (subject_id, seq);

create table platform_audit_head (
    size         bigint not null primary key,
    root         bytea not null,
    peaks        text not null,
    at           timestamptz not null,
    signature    text not null
);
