create table platform_outbox (
    message_id   uuid not null primary key,
    handler      text not null,
    type         text not null,
    body         text not null,
    created_at   timestamptz not null,
    available_at timestamptz not null,
    attempts     integer not null,
    lease_token  uuid null,
    lease_until  timestamptz null,
    error        text null,
    dead_at      timestamptz null
);

create index ix_platform_outbox_due on platform_outbox (available_at) where dead_at is null;
