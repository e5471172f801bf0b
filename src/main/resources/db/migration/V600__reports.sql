-- An accepted pledge's place. The primary key is the promise that it is never in two reports.
create table inclusion (
    reference    varchar(16)              primary key,
    edition_year integer                  not null references edition (year),
    revision     integer                  not null,
    reason       varchar(32)              not null,
    included_at  timestamp with time zone not null,
    version      bigint                   not null,
    foreign key (reference, revision) references pledge_revision (reference, number)
);

create index inclusion_edition on inclusion (edition_year);

-- What was frozen, as it was compiled then: later changes of names or answers do not reach it.
create table frozen_report (
    edition_year integer                  primary key references edition (year),
    content      jsonb                    not null,
    frozen_at    timestamp with time zone not null
);
