create table edition (
    year               integer                  primary key,
    state              varchar(16)              not null,
    forum              varchar(200)             not null,
    deadline_local     timestamp                not null,
    deadline_zone      varchar(64)              not null,
    grace_minutes      integer                  not null check (grace_minutes >= 0),
    review_days        integer                  not null check (review_days between 1 and 120),
    review_cut_off_days integer                 not null check (review_cut_off_days between 1 and 365),
    opened_at          timestamp with time zone,
    closed_at          timestamp with time zone,
    confirmed_at       timestamp with time zone,
    frozen_at          timestamp with time zone,
    approved_at        timestamp with time zone,
    published_at       timestamp with time zone,
    version            bigint                   not null
);

-- Two open calls at a time would leave it unsaid which of them a submission answers.
create unique index edition_one_open on edition (state) where state = 'OPEN';

create table edition_partner (
    edition_year integer     not null references edition (year),
    partner      varchar(12) not null,
    primary key (edition_year, partner)
);
