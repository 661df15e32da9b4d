-- What is known of a person lies in details, sealed with the person's own key; nothing of it stands here in clear.
create table platform_person (
    person_id    uuid not null primary key,
    kind         text not null,
    state        text not null,
    version      bigint not null,
    created_at   timestamptz not null,
    details      bytea not null,
    act          uuid not null
);

create table platform_person_token (
    person_id    uuid not null,
    field        text not null,
    token        text not null,
    primary key (person_id, field, token)
);

create index ix_platform_person_token on platform_person_token (token);

create table platform_person_confirmation (
    person_id    uuid not null primary key,
    evidence     text not null,
    confirmed_by uuid not null,
    confirmed_at timestamptz not null,
    act          uuid not null
);

-- Of its own, so that the big table needs no unique key: one confirmed number belongs to one person.
create table platform_person_verified_id (
    token        text not null primary key,
    person_id    uuid not null,
    act          uuid not null
);

create unique index ux_platform_person_verified_id_person on platform_person_verified_id (person_id);
