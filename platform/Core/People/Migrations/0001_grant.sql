create table platform_grant (
    grant_id     uuid not null primary key,
    person_id    uuid not null,
    role         text not null,
    organization text not null,
    area_path    text null,
    valid_from   timestamptz not null,
    valid_to     timestamptz null,
    granted_by   uuid null,
    act          uuid not null
);

create index ix_platform_grant_person on platform_grant (person_id);
