-- Since when each instance key wraps: of its file, which is copied and put back, only the last copying is known.
create table keys_instance_key (
    key_id     text not null primary key,
    used_since timestamptz not null
);
