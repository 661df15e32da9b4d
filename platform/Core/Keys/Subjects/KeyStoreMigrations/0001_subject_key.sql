-- A row without a key is the note that it was erased; it stays, so that the subject never gets another key.
create table keys_subject_key (
    subject_id uuid not null primary key,
    wrapped    bytea null,
    created_at timestamptz not null,
    erased_at  timestamptz null,
    constraint ck_keys_subject_key check ((wrapped is null) = (erased_at is not null))
);
