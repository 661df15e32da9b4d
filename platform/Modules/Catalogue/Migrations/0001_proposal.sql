-- What changed nationally in what a local variant inherits, before those who answer for the variant. One open proposal for a variant: a later
-- change replaces it and tells everything since the release that the variant was last looked at with.
-- State: open, acknowledged, asked (an own variant is wanted), replaced, withdrawn (nothing is different any more).
create table catalogue_proposal (
    proposal_id    uuid not null primary key,
    service        text not null,
    area           text not null,
    area_path      text not null,
    organization   text not null,
    since_release  bigint not null,
    release        bigint not null,
    changes        text not null,
    state          text not null,
    created_at     timestamptz not null,
    answered_at    timestamptz null,
    answered_by    uuid null,
    kept           text not null,
    reason         text null,
    act            uuid not null
);

create unique index ux_catalogue_proposal_open on catalogue_proposal (service, area) where state = 'open';
create index ix_catalogue_proposal_office on catalogue_proposal (organization, area_path, proposal_id);

-- Activations of releases that were compared with what was live before.
create table catalogue_comparison (
    activation     bigint not null primary key,
    release        bigint not null,
    compared_at    timestamptz not null
);
