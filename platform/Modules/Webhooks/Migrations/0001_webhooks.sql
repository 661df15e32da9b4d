-- Who is told. The secrets are sealed with the instance's data protection keys.
create table webhooks_endpoint (
    endpoint_id   uuid not null primary key,
    url           text not null,
    -- Types with a space between them.
    events        text not null,
    secret        bytea not null,
    -- Still signed with until then, so that nothing is refused while the other side changes its secret.
    former_secret bytea null,
    former_until  timestamptz null,
    state         text not null,
    created_at    timestamptz not null,
    act           uuid not null
);

-- What was told, is to be told, or could not be: ids only.
create table webhooks_delivery (
    delivery_id uuid not null primary key,
    endpoint_id uuid not null,
    case_id     uuid null,
    event_id    text not null,
    type        text not null,
    body        text not null,
    state       text not null,
    attempts    integer not null,
    reason      text null,
    created_at  timestamptz not null,
    due_at      timestamptz not null,
    settled_at  timestamptz null,
    lease_token uuid null,
    lease_until timestamptz null,
    act         uuid not null
);

create index ix_webhooks_delivery_due on webhooks_delivery (endpoint_id, due_at) where state = 'waiting';
create index ix_webhooks_delivery_log on webhooks_delivery (endpoint_id, created_at);
create index ix_webhooks_delivery_settled on webhooks_delivery (settled_at) where settled_at is not null;
