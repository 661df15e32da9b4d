-- public_key is kept for ever: what was signed must stay verifiable. private_key goes when a newer key signs.
create table platform_signing_key (
    key_id      uuid not null primary key,
    kid         text not null,
    public_key  text not null,
    private_key bytea null,
    created_at  timestamptz not null
);

create unique index ux_platform_signing_key_kid on platform_signing_key (kid);

create table platform_data_protection_key (
    key_id     uuid not null primary key,
    name       text not null,
    element    bytea not null,
    created_at timestamptz not null
);
