-- A person has at most one account; many have none.
create table identity_account (
    person_id      uuid not null primary key,
    sign_in_name   bytea not null,
    password_hash  text not null,
    -- A password printed at a counter ends here and must be changed at once.
    password_until timestamptz null,
    must_change    boolean not null,
    security_stamp text not null,
    totp_key       bytea null,
    two_factor     boolean not null,
    totp_step      bigint not null,
    recovery_codes text not null,
    version        bigint not null,
    created_at     timestamptz not null,
    act            uuid not null
);

create table identity_sign_in_name (
    token        text not null primary key,
    person_id    uuid not null
);

create index ix_identity_sign_in_name_person on identity_sign_in_name (person_id);

-- The cookie holds a secret of which only the hash stands here. A session is valid while its stamp is the account's.
create table identity_session (
    session_id   uuid not null primary key,
    token_hash   bytea not null,
    person_id    uuid not null,
    stamp        text not null,
    step         text not null,
    two_factor   boolean not null,
    client       bytea not null,
    created_at   timestamptz not null,
    seen_at      timestamptz not null,
    expires_at   timestamptz not null,
    ended_at     timestamptz null,
    act          uuid not null
);

create unique index ux_identity_session_token on identity_session (token_hash);
create index ix_identity_session_person on identity_session (person_id) where ended_at is null;
create index ix_identity_session_expires on identity_session (expires_at);

-- Tries to sign in with one name from one network or known device; the same for names that nobody has.
create table identity_throttle (
    key          text not null primary key,
    tries        bigint not null,
    free_at      timestamptz not null
);

create index ix_identity_throttle_free on identity_throttle (free_at);
