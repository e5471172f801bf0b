-- How many open reviews of each partner, and how many pledges that wait for one, are due in each hour: what is overdue is
-- the sum of the hours that are over, however many that are. See docs/decisions/0080-lists-of-a-hundred-thousand.md. Of
-- an hour only the number now is asked: all changes are of one day, so that those that take each other away are gone.
create function coordination_count_due(edition integer, what text, partner text, due timestamp with time zone, change integer)
        returns void language sql as $$
    insert into coordination_count
    values (edition, what, partner || ':' || floor(extract(epoch from due) / 3600)::bigint, '2000-01-01', change);
$$;

-- The same of what else is asked for now only: a day each for so many pledges were rows that nobody reads.
create or replace function coordination_count_submission(line coordination_pledge, change integer) returns void language sql as $$
    insert into coordination_count values (line.edition, 'day', line.submitted_on::text, line.submitted_on, change),
        (line.edition, 'section', line.section, '2000-01-01', change);
$$;

create or replace function coordination_count_review(line coordination_review, change integer, day date) returns void language sql as $$
    insert into coordination_count select line.edition, 'load', line.partner || ':' || coalesce(line.reviewer::text, ''),
        '2000-01-01', change where line.state = 'OPEN';
    insert into coordination_count select line.edition, 'days',
        line.partner || ':' || greatest(0, extract(epoch from line.completed_at - line.opened_at)::bigint / 86400),
        '2000-01-01', change where line.state = 'COMPLETED';
$$;

update coordination_count set day = '2000-01-01' where what in ('section', 'load', 'days');

create function coordination_due_of_review() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and old.state = 'OPEN' then
        perform coordination_count_due(old.edition, 'due', old.partner, old.due_at, -1);
    end if;
    if tg_op <> 'DELETE' and new.state = 'OPEN' then
        perform coordination_count_due(new.edition, 'due', new.partner, new.due_at, 1);
    end if;
    return null;
end
$$;

create function coordination_due_of_pledge() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and old.due_at is not null and old.edition = old.counts_for then
        perform coordination_count_due(old.edition, 'late', '', old.due_at, -1);
    end if;
    if tg_op <> 'DELETE' and new.due_at is not null and new.edition = new.counts_for then
        perform coordination_count_due(new.edition, 'late', '', new.due_at, 1);
    end if;
    return null;
end
$$;

create trigger coordination_review_due_counted after insert or delete on coordination_review
    for each row execute function coordination_due_of_review();
create trigger coordination_review_due_moved after update on coordination_review for each row
    when ((old.edition, old.state, old.due_at) is distinct from (new.edition, new.state, new.due_at))
    execute function coordination_due_of_review();
create trigger coordination_pledge_due_counted after insert or delete on coordination_pledge
    for each row execute function coordination_due_of_pledge();
create trigger coordination_pledge_due_moved after update on coordination_pledge for each row
    when ((old.counts_for, old.due_at) is distinct from (new.counts_for, new.due_at))
    execute function coordination_due_of_pledge();

insert into coordination_count
    select edition, 'due', partner || ':' || floor(extract(epoch from due_at) / 3600)::bigint, '2000-01-01', count(*)
    from coordination_review where state = 'OPEN' group by 1, 3;
insert into coordination_count
    select edition, 'late', ':' || floor(extract(epoch from due_at) / 3600)::bigint, '2000-01-01', count(*)
    from coordination_pledge where due_at is not null and edition = counts_for group by 1, 3;

-- Whatever is asked of the lists is looked up in one index, together with whatever else is asked: a condition that few
-- meet, or two that nobody meets together, must not be looked for in every line. The part of a name by its trigrams.
drop index coordination_search;
create index coordination_found on coordination_pledge
    using gin (edition, timeliness, country, section, language, search, (' ' || government_order) gin_trgm_ops)
    with (fastupdate = off);
create index coordination_draft_found on coordination_draft
    using gin (country, section, (' ' || government_order) gin_trgm_ops) with (fastupdate = off);
create index coordination_review_holder on coordination_review (edition, reviewer, reference) where state = 'OPEN';
