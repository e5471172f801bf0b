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
    search       tsvector                 not null,
    -- What the public can search for by its condition objective:.
    objectives   text[]                   not null default '{}',
    -- Of what was answered, what a row was made of. Where the form has it for others than before, the row is made anew.
    shows        text                     not null default ''
);

create index published_pledge_search on published_pledge using gin (search);
create index published_pledge_edition on published_pledge (edition_year desc, government, reference);
create index published_pledge_objectives on published_pledge using gin (objectives);
