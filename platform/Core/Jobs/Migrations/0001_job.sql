create table platform_job (
    name         text not null primary key,
    next_at      timestamptz not null,
    attempts     integer not null,
    lease_token  uuid null,
    lease_until  timestamptz null,
    last_ok_at   timestamptz null,
    error        text null
);
