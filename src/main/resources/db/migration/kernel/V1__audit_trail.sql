-- Every change of state, who made it, when and why; only ever added to.
create table audit_entry (
    id      bigint generated always as identity primary key,
    subject varchar(64)              not null,
    act     varchar(64)              not null,
    who     varchar(320)             not null,
    why     text                     not null,
    at      timestamp with time zone not null
);

create index audit_entry_subject on audit_entry (subject, id);

-- What kernel.text.SearchableText makes words plain with, in the SQL of several modules.
create extension if not exists unaccent;
