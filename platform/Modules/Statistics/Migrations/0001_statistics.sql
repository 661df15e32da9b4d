-- How many applications were sent and closed in a month of the instance's zone: no case, no person. Written once, when the month is over.
-- Kind: sent, closed. Area: the largest one around the case, empty for none. Outcome: the final state, empty for what was sent.
create table statistics_count (
    month          date not null,
    kind           text not null,
    service        text not null,
    organization   text not null,
    area           text not null,
    channel        text not null,
    outcome        text not null,
    count          bigint not null,
    primary key (month, kind, service, organization, area, channel, outcome)
);

-- Months that were counted, those in which nothing happened among them.
create table statistics_month (
    month          date not null primary key,
    counted_at     timestamptz not null
);

-- What an applicant said after the decision: the step from 1 to 5 in clear, to be summed up; the comment sealed with the key of the case.
-- When the case is erased, case, act, area and comment go, and what stays belongs to nobody.
create table statistics_rating (
    rating_id      uuid not null primary key,
    case_id        uuid null unique,
    act            uuid null,
    month          date not null,
    service        text not null,
    organization   text not null,
    area_path      text not null,
    step           integer not null,
    comment        bytea null
);

create index ix_statistics_rating_month on statistics_rating (month, organization);
