-- In clear: ids, service, template, number, states, instants. Whose it is and what it says is sealed with the key of its case.
create table documents_document (
    document_id    uuid not null primary key,
    case_id        uuid not null,
    service        text not null,
    document       text not null,
    action         text not null,
    organization   text not null,
    number_pattern text not null,
    year           bigint not null,
    seq            bigint null,
    state          text not null,
    issued_at      timestamptz not null,
    issued_on      date not null,
    valid_until    date null,
    content        bytea not null,
    signature      bytea null,
    file_id        uuid null,
    replaces       uuid null,
    reason         bytea null,
    ended_at       timestamptz null,
    version        bigint not null,
    act            uuid not null
);

create index ix_documents_document_case on documents_document (case_id, document_id);

-- SHA-256 of the code, in hexadecimal. The code itself stands on the document, and sealed in its content.
create table documents_code (
    code_hash      text not null primary key,
    document_id    uuid not null
);

-- The last number given, for each document of each organization in each local year.
create table documents_number (
    document       text not null,
    organization   text not null,
    year           bigint not null,
    last           bigint not null,
    primary key (document, organization, year)
);
