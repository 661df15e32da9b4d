-- Amounts in minor units of the currency. State: valid, cancelled. Nobody's name: the case knows whose it is.
create table payments_receipt (
    receipt_id     uuid not null primary key,
    case_id        uuid not null,
    organization   text not null,
    year           bigint not null,
    number         bigint not null,
    method         text not null,
    amount         bigint not null,
    currency       text not null,
    received_on    date not null,
    received_at    timestamptz not null,
    cashier_id     uuid not null,
    state          text not null,
    cancelled_at   timestamptz null,
    cancelled_by   uuid null,
    cancel_reason  text null,
    act            uuid not null
);

create unique index ux_payments_receipt_number on payments_receipt (organization, year, number);
create index ix_payments_receipt_case on payments_receipt (case_id, receipt_id);
create index ix_payments_receipt_day on payments_receipt (organization, received_on, number);

-- The fees of the case that a receipt settled.
create table payments_receipt_item (
    receipt_id     uuid not null,
    n              bigint not null,
    fee            text not null,
    amount         bigint not null,
    primary key (receipt_id, n)
);

-- Fees that somebody lifted. The reason is one of the service's own.
create table payments_waiver (
    case_id        uuid not null,
    n              bigint not null,
    reason         text not null,
    waived_at      timestamptz not null,
    waived_by      uuid not null,
    act            uuid not null,
    primary key (case_id, n)
);

-- The last receipt number of an organization in a local year; taken last in the act, so that there is no gap.
create table payments_counter (
    organization   text not null,
    year           bigint not null,
    last           bigint not null,
    primary key (organization, year)
);
