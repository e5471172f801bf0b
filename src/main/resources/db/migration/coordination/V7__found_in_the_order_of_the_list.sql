-- A phrase is looked up by the pairs of words of which it consists: the index of words keeps no places, so each line with all
-- words of a phrase had to be read to see whether they stand beside each other. Four digits of a hash for each pair: that
-- some pairs share them costs a few lines that are read in vain, words in full would make the index four times as large.
-- See docs/decisions/0080-lists-of-a-hundred-thousand.md.
create function coordination_pairs(words tsvector) returns tsvector language sql immutable as $$
    with word as materialized (select lexeme, place from unnest(words), unnest(positions) as place)
    select coalesce(array_to_tsvector(array_agg(distinct left(md5(one.lexeme || ' ' || next.lexeme), 4))), '')
    from word one join word next on next.place = one.place + 1
$$;

alter table coordination_pledge
    add column pairs tsvector not null generated always as (coordination_pairs(search)) stored;

drop index coordination_found;
create index coordination_found on coordination_pledge
    using gin (edition, timeliness, country, section, language, search, pairs, (' ' || government_order) gin_trgm_ops)
    with (fastupdate = off);

-- What is at a step is found in the two orders that depend on it: nothing that is at its end waits for anybody, or is due.
drop index coordination_by_step;
create index coordination_by_step on coordination_pledge (edition, step, waiting_since, reference);
create index coordination_by_step_and_due on coordination_pledge (edition, step, due_at, reference);

-- Counts are read from their index alone: of many changes at once the table keeps the room that they took.
drop index coordination_count_of_edition;
create index coordination_count_of_edition on coordination_count (edition, what, key) include (day, number);

-- How many pledges each government has in an edition, and in which it had its first: how many governments are not there yet is
-- then known from how many had their first until then and how many are there, and not from the governments.
create table coordination_presence (
    section    varchar(16) not null,
    government uuid        not null,
    edition    integer     not null,
    pledges    integer     not null,
    primary key (section, government, edition)
);

create table coordination_government (
    section          varchar(16) not null,
    government       uuid        not null,
    government_order text        not null,
    -- The editions of its first pledge and of its last; null only while its row is written.
    first            integer,
    last             integer,
    primary key (section, government)
);

create index coordination_government_by_name on coordination_government (section, government_order, government)
    include (first, last);

-- What was withdrawn or declined is no presence, and what waits for the next edition is in none yet.
create function coordination_is_present(line coordination_pledge) returns boolean language sql immutable as $$
    select line.edition > 0 and line.step not in ('WITHDRAWN', 'DECLINED')
$$;

-- The government's row first: two who change pledges of the same one do so one after the other.
create function coordination_count_presence(line coordination_pledge, change integer) returns void language plpgsql as $$
declare
    before coordination_government;
    after  coordination_government;
    number coordination_presence.pledges%type;
begin
    insert into coordination_government (section, government, government_order)
        values (line.section, line.government_id, line.government_order)
        on conflict (section, government) do update set government_order = excluded.government_order
        returning * into before;
    insert into coordination_presence values (line.section, line.government_id, line.edition, change)
        on conflict (section, government, edition) do update set pledges = coordination_presence.pledges + change
        returning pledges into number;
    if number = 0 then
        delete from coordination_presence
            where section = line.section and government = line.government_id and edition = line.edition;
        insert into coordination_count values (line.edition, 'present', line.section, '2000-01-01', -1);
    elsif number = 1 and change = 1 then
        insert into coordination_count values (line.edition, 'present', line.section, '2000-01-01', 1);
    else
        return;
    end if;
    select min(edition), max(edition) into after.first, after.last from coordination_presence
        where section = line.section and government = line.government_id;
    if after.first is null then
        delete from coordination_government where section = line.section and government = line.government_id;
    else
        update coordination_government set first = after.first, last = after.last
            where section = line.section and government = line.government_id;
    end if;
    insert into coordination_count select edition, 'first', line.section, '2000-01-01', sum(change_of_it)
        from (values (before.first, -1), (after.first, 1)) as firsts (edition, change_of_it)
        where edition is not null group by edition having sum(change_of_it) <> 0;
end
$$;

create function coordination_presence_of_pledge() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and coordination_is_present(old) then
        perform coordination_count_presence(old, -1);
    end if;
    if tg_op <> 'DELETE' and coordination_is_present(new) then
        perform coordination_count_presence(new, 1);
    end if;
    return null;
end
$$;

create trigger coordination_pledge_present after insert or delete on coordination_pledge
    for each row execute function coordination_presence_of_pledge();
create trigger coordination_pledge_present_moved after update on coordination_pledge for each row
    when ((coordination_is_present(old), old.section, old.government_id, old.government_order)
        is distinct from (coordination_is_present(new), new.section, new.government_id, new.government_order))
    execute function coordination_presence_of_pledge();

create or replace function coordination_count_step(line coordination_pledge, change integer, day date) returns void language sql as $$
    insert into coordination_count values (line.edition, 'step', line.step, day, change);
$$;

insert into coordination_presence
    select section, government_id, edition, count(*) from coordination_pledge
    where edition > 0 and step not in ('WITHDRAWN', 'DECLINED') group by section, government_id, edition;
insert into coordination_government
    select section, government_id, max(government_order), min(edition), max(edition) from coordination_pledge
    where edition > 0 and step not in ('WITHDRAWN', 'DECLINED') group by section, government_id;
delete from coordination_count where what = 'government';
insert into coordination_count
    select edition, 'present', section, '2000-01-01', count(*) from coordination_presence group by edition, section;
insert into coordination_count
    select first, 'first', section, '2000-01-01', count(*) from coordination_government group by first, section;
