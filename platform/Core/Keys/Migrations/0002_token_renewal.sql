-- With which instance key the search tokens of each store were last made.
create table platform_token_renewal (
    holder     text not null primary key,
    key_id     text not null,
    renewed_at timestamptz not null
);
