-- Every change of state, who made it, when and how; only ever added to. The keys of facts are listed in
-- docs/decisions/0052-audit-entries.md; nothing that a person wrote and no address stands among them.
create table audit_entry (
    id       bigint generated always as identity primary key,
    kind     varchar(64)              not null,
    about    varchar(64)              not null,
    at       timestamp with time zone not null,
    who      uuid,
    facts    jsonb                    not null,
    personal text[]                   not null
);

comment on column audit_entry.who is 'The account of the person; null for the desk itself';
comment on column audit_entry.personal is
    'Which values stood in audit_personal when it was written: where one is missing there, it was erased';

create index audit_entry_about on audit_entry (about, id);

-- What persons wrote and by what they can be known: apart, because it may have to be erased.
create table audit_personal (
    entry bigint primary key references audit_entry,
    facts jsonb not null
);

-- What kernel.text.SearchableText makes words plain with, in the SQL of several modules.
create extension if not exists unaccent;
