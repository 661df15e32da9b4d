create table careless_visit (
    visit_id uuid not null primary key,
    name     text not null
);

-- Not named after the module.
create table notes (
    note_id  uuid not null primary key
);

create table careless_first (
    first_id uuid not null primary key
);
