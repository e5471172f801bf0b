create extension if not exists unaccent;

-- What the public may find: pledges that stand in a report and whose government consented to publication.
create table published_pledge (
    reference    varchar(16)              primary key references pledge (reference),
    edition_year integer                  not null references edition (year),
    revision     integer                  not null,
    title        text                     not null,
    summary      text                     not null,
    language     varchar(8)               not null,
    government   text                     not null,
    country      char(2)                  not null,
    region       varchar(16)              not null,
    stage        varchar(16)              not null,
    published_at timestamp with time zone not null,
    search       tsvector                 not null
);

create index published_pledge_search on published_pledge using gin (search);
create index published_pledge_edition on published_pledge (edition_year desc, government, reference);
