create table edition (
    year                integer                  primary key,
    state               varchar(16)              not null,
    -- The name in English; where another language has none, readers get that one.
    forum               varchar(200)             not null,
    forum_es            varchar(200)             not null default '',
    forum_fr            varchar(200)             not null default '',
    deadline_local      timestamp                not null,
    deadline_zone       varchar(64)              not null,
    -- Which of two instants a deadline is, where the clocks of its zone show its local time twice. Null is the first.
    deadline_offset     varchar(9),
    grace_minutes       integer                  not null check (grace_minutes >= 0),
    review_days         integer                  not null check (review_days between 1 and 120),
    review_cut_off_days integer                  not null check (review_cut_off_days between 1 and 365),
    -- When the contents of the report are to be confirmed, where a coordinator has said so.
    contents_planned    date,
    opened_at           timestamp with time zone,
    closed_at           timestamp with time zone,
    confirmed_at        timestamp with time zone,
    frozen_at           timestamp with time zone,
    approved_at         timestamp with time zone,
    published_at        timestamp with time zone,
    version             bigint                   not null
);

-- Two open calls at a time would leave it unsaid which of them a submission answers.
create unique index edition_one_open on edition (state) where state = 'OPEN';

create table edition_partner (
    edition_year integer     not null references edition (year),
    partner      varchar(12) not null,
    primary key (edition_year, partner)
);

-- Days on which no reviewer works, beside the weekends.
create table edition_day_off (
    edition_year integer not null references edition (year),
    day          date    not null,
    primary key (edition_year, day)
);

-- By what an edition's pledges are judged. A version is only ever added: a review is read by the one it was made with.
-- No reference to edition: the first review may be opened before its edition is planned.
create table edition_criterion (
    edition_year integer                  not null,
    version      integer                  not null check (version > 0),
    criterion    varchar(32)              not null,
    weight       integer                  not null check (weight between 1 and 5),
    chosen_at    timestamp with time zone not null,
    primary key (edition_year, version, criterion)
);

-- For other modules to join by: see docs/promises.md.
create view edition_standing as select year, state from edition;
