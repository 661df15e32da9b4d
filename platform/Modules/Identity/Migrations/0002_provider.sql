-- A visit to an identity provider outside is answered once; forgotten when no cookie can ask for it any more.
create table identity_provider_visit (
    visit_id     uuid not null primary key,
    provider     text not null,
    came_back_at timestamptz not null,
    act          uuid not null
);

create index ix_identity_provider_visit_back on identity_provider_visit (came_back_at);

-- Whose word the session began with; null: a password.
alter table identity_session add column provider text null;
