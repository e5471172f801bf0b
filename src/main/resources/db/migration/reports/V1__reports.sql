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

-- That a report was frozen, and a hash over all of it: of the entries' hashes in the order of their references.
create table frozen_report (
    edition_year integer                  primary key references edition (year),
    frozen_at    timestamp with time zone not null,
    sha256       text                     not null,
    -- Counted when the report is frozen; where nothing stands here, it is counted when somebody looks.
    figures      jsonb
);

-- A report's entries, one in each row, so that a page reads the rows that it shows. Until its report is frozen an entry
-- has no content of its own: what it says is read from the revision that was accepted. What was frozen is in content, as
-- it was then and whole; the other columns are for finding and counting it.
create table report_entry (
    edition_year    integer     not null references edition (year),
    reference       varchar(16) not null,
    revision        integer     not null,
    government_name text        not null,
    government_type text        not null,
    country         text        not null,
    region          text        not null,
    published       boolean     not null,
    objectives      text[]      not null,
    content         jsonb,
    sha256          text,
    primary key (edition_year, reference),
    check ((content is null) = (sha256 is null))
);

create index report_entry_printed on report_entry
    (edition_year, region, country, lower(government_name) collate "C", reference collate "C") where published;
create index report_entry_reference on report_entry (reference);

-- For other modules to join by: in which edition's report a pledge stands. See docs/promises.md.
create view pledge_place as select reference, edition_year from inclusion;
