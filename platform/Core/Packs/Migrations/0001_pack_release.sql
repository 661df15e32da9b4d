-- A release is never changed; which one is live is the last activation, so going back is an activation too.
create table platform_pack_release (
    number     bigint not null primary key,
    release_id uuid not null,
    digest     text not null unique,
    name       text not null,
    version    text not null,
    content    bytea not null,
    created_at timestamptz not null
);

create table platform_pack_activation (
    n            bigint not null primary key,
    number       bigint not null references platform_pack_release (number),
    activated_at timestamptz not null,
    activated_by uuid null
);
