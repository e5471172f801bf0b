-- Personal values are erased by an act that stands on the trail, and in no other way:
-- docs/decisions/0078-one-time-line-and-erasing.md.

-- Of which entries the personal values were erased, and by which act. Only ever added to, as all of the trail.
create table audit_erasure (
    entry bigint primary key references audit_entry,
    act   bigint not null references audit_entry
);

create index audit_erasure_act on audit_erasure (act);

create trigger audit_erasure_stays before update or delete or truncate on audit_erasure
    for each statement execute function audit_stays();

-- An act erases the values of the entries that it names, as it was hashed, and of no other. Looked at once for all of them.
create function audit_erasure_acts() returns trigger language plpgsql as $$
declare
    stray bigint;
begin
    select entry into stray from (
        select entry, act from erasing
        except
        select named.entry::bigint, said.id
        from (select distinct act from erasing) acts
        join audit_entry said on said.id = acts.act and said.kind = 'personal.erased'
        cross join lateral jsonb_array_elements_text(said.facts -> 'entries') as named (entry)) strays
    limit 1;
    if stray is not null then
        raise exception 'An erasure is refused: no such act of erasing names entry %', stray
            using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

create trigger audit_erasure_acts after insert on audit_erasure
    referencing new table as erasing for each statement execute function audit_erasure_acts();

-- Deleting was how values were erased before; now who deletes has to have said so on the trail.
create function audit_personal_erased() returns trigger language plpgsql as $$
begin
    if not exists (select from audit_erasure where entry = old.entry) then
        raise exception 'delete of audit_personal is refused: no act on the trail erases the values of entry %', old.entry
            using errcode = 'insufficient_privilege';
    end if;
    return old;
end $$;

create trigger audit_personal_erased before delete on audit_personal
    for each row execute function audit_personal_erased();

-- By which the values are found that are an address.
create index audit_personal_email on audit_personal ((facts ->> 'email')) where facts ->> 'email' is not null;

-- What other modules may search: facts, too, which are no person's.
create or replace view trail_entry as select id, kind, about, at, who, facts from audit_entry;
