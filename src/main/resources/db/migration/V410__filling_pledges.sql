-- The open page from which a save came: what it saved itself a moment ago is not a colleague's change.
alter table draft_save add column page uuid;

-- Who works on which part of a draft, and when they were last seen at it.
create table draft_presence (
    reference varchar(16)              not null references pledge (reference),
    account   uuid                     not null,
    part      varchar(64)              not null,
    seen_at   timestamp with time zone not null,
    primary key (reference, account)
);

-- The earlier pledge that a new one continues.
alter table pledge add column continues varchar(16) references pledge (reference);

-- For "is this an update of …?"; a government has a few dozen pledges at most, so that no index is needed.
create extension if not exists pg_trgm;
