-- More time for one government or one pledge than the call's deadline gives. By editions' own word only: what stands in
-- "government" and "pledge" are identifiers of modules that editions do not know.
create table extension (
    id           uuid                     primary key,
    edition_year integer                  not null references edition (year),
    government   uuid,
    pledge       varchar(20),
    until_local  timestamp                not null,
    until_zone   varchar(64)              not null,
    until_offset varchar(9)               not null,
    reason       text                     not null check (reason <> ''),
    granted_by   uuid                     not null references account (id),
    granted_at   timestamp with time zone not null,
    -- Where a coordinator ended it before its time. What was submitted until then stays on time.
    ended_at     timestamp with time zone,
    check ((government is null) <> (pledge is null))
);

-- The list on an edition's page, newest first; and what refers to an edition has an index.
create index extension_of_edition on extension (edition_year, granted_at desc);

-- Partners that were added to an edition, or released from it, after its call had been opened: by the last act of each. Who
-- reviews now stands in edition_partner.
create table edition_partner_change (
    edition_year integer     not null references edition (year),
    partner      varchar(12) not null,
    act          varchar(8)  not null check (act in ('ADDED', 'RELEASED')),
    primary key (edition_year, partner)
);
