-- By what the signs in addresses for answers are made, where no secret is configured.
create table inbox_key (
    one   boolean primary key check (one),
    bytes bytea   not null check (length(bytes) = 32)
);

-- Whose turn it is to look into the mailbox: leased, because no connection is held while the mail server speaks.
create table inbox_turn (
    one          boolean primary key check (one),
    leased_until timestamp with time zone,
    tried_at     timestamp with time zone,
    read_at      timestamp with time zone,
    trouble      varchar(400)
);

-- What was done with each mail of the mailbox: the promise that each is taken once. TRIED: could not be taken so far.
-- ASIDE: was left there.
create table inbox_message (
    -- The folder's UIDVALIDITY and the mail's UID.
    uid         varchar(64)              primary key,
    -- The same of the same mail when the folder counts anew; null where it is not known, or stands with another row.
    fingerprint char(64)                 unique,
    state       varchar(8)               not null check (state in ('TRIED', 'TAKEN', 'ASIDE')),
    attempts    integer                  not null,
    at          timestamp with time zone not null
);

create index inbox_message_oldest on inbox_message (at);
