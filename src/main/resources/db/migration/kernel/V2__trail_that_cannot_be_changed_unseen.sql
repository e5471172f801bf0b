-- The trail cannot be changed unseen: docs/decisions/0065-the-trail-cannot-be-changed-unseen.md, docs/trail.md.

-- Of each personal value a salted hash stays with the entry. Its salt stands beside the value and goes with it, so that
-- nobody can guess what was erased, and what is left still proves itself.
alter table audit_entry add column hashes jsonb not null default '{}';
alter table audit_personal add column salts jsonb not null default '{}';

comment on column audit_entry.hashes is
    'By the names in personal: SHA-256 of salt and value, in hexadecimal; of a value that had no salt yet when it was erased there is none';
comment on column audit_personal.salts is 'By the names in facts: 16 random bytes in hexadecimal';

update audit_personal set salts =
    (select jsonb_object_agg(name, encode(uuid_send(gen_random_uuid()), 'hex')) from jsonb_object_keys(facts) as name)
where facts <> '{}';

-- A value is hashed as canonical JSON, in which there is no space in a list. What PostgreSQL writes of a text is that.
update audit_entry set hashes = (
    select jsonb_object_agg(value.key, encode(sha256(decode(salts ->> value.key, 'hex') || convert_to(
        case jsonb_typeof(value.value)
            when 'array' then '[' || (select coalesce(string_agg(one.value::text, ',' order by one.place), '')
                from jsonb_array_elements(value.value) with ordinality as one (value, place)) || ']'
            else value.value::text
        end, 'UTF8')), 'hex'))
    from jsonb_each(audit_personal.facts) as value)
from audit_personal
where audit_personal.entry = audit_entry.id and audit_personal.facts <> '{}';

-- Entries of which no checkpoint knows yet. A row is written with its entry and seen when that is committed: who makes a
-- checkpoint takes what there is to be seen, waits for nobody, and misses nothing that is committed later.
create table audit_waiting (
    entry bigint primary key references audit_entry
);

insert into audit_waiting select id from audit_entry;

-- The entries in the order in which checkpoints took them: the leaves of the tree.
create table audit_leaf (
    place bigint primary key,
    entry bigint not null unique references audit_entry,
    hash  bytea  not null
);

-- The roots of all complete subtrees above the leaves, by which a proof and the next root are a few rows.
create table audit_node (
    level smallint not null,
    place bigint   not null,
    hash  bytea    not null,
    primary key (level, place)
);

create table audit_checkpoint (
    number   bigint primary key,
    size     bigint                   not null unique,
    root     bytea                    not null,
    previous bytea,
    at       timestamp with time zone not null
);

comment on column audit_checkpoint.size is 'How many entries there are in it, those of all checkpoints before included';
comment on column audit_checkpoint.previous is 'The hash of the checkpoint before; null for the first';

-- What is written stays. Personal values can be erased, never rewritten.
create function audit_stays() returns trigger language plpgsql as $$
begin
    raise exception '% of % is refused: the trail is only ever added to', lower(tg_op), tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_stays before update or delete or truncate on audit_entry
    for each statement execute function audit_stays();
create trigger audit_personal_stays before update or truncate on audit_personal
    for each statement execute function audit_stays();
create trigger audit_leaf_stays before update or delete or truncate on audit_leaf
    for each statement execute function audit_stays();
create trigger audit_node_stays before update or delete or truncate on audit_node
    for each statement execute function audit_stays();
create trigger audit_checkpoint_stays before update or delete or truncate on audit_checkpoint
    for each statement execute function audit_stays();

-- Whoever writes an entry, also a desk of the release before that still runs beside this one.
create function audit_waits() returns trigger language plpgsql as $$
begin
    insert into audit_waiting (entry) values (new.id);
    return null;
end $$;

create trigger audit_entry_waits after insert on audit_entry for each row execute function audit_waits();

-- What other modules may search. Newest first, by what an entry is of and by who did it.
create view trail_entry as select id, kind, about, at, who from audit_entry;

create index audit_entry_at on audit_entry (at, id);
create index audit_entry_kind on audit_entry (kind, at, id);
create index audit_entry_who on audit_entry (who, at, id);
