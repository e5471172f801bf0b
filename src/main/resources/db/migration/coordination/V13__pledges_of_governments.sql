-- How many pledges each government has submitted, and how many drafts it has: for the list of governments, which is sorted and
-- searched by it. Kept by triggers on the lines of pledges and drafts. A pledge that is carried over has a line in the edition
-- whose call it answered, too, which counts no second time.
create table coordination_pledges_of (
    government uuid    primary key references government (id),
    submitted  integer not null,
    drafts     integer not null
);

create index coordination_most_pledges on coordination_pledges_of (submitted desc, government);

create function coordination_count_pledges_of(which uuid, submitted integer, drafts integer) returns void language sql as $$
    insert into coordination_pledges_of values (which, submitted, drafts)
        on conflict (government) do update set submitted = coordination_pledges_of.submitted + excluded.submitted,
        drafts = coordination_pledges_of.drafts + excluded.drafts
$$;

create function coordination_count_submitted_of() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and old.step <> 'CARRIED_OVER' then
        perform coordination_count_pledges_of(old.government_id, -1, 0);
    end if;
    if tg_op <> 'DELETE' and new.step <> 'CARRIED_OVER' then
        perform coordination_count_pledges_of(new.government_id, 1, 0);
    end if;
    return null;
end
$$;

create trigger coordination_pledge_of after insert or delete on coordination_pledge
    for each row execute function coordination_count_submitted_of();
create trigger coordination_pledge_of_moved after update on coordination_pledge for each row
    when ((old.government_id, old.step = 'CARRIED_OVER') is distinct from (new.government_id, new.step = 'CARRIED_OVER'))
    execute function coordination_count_submitted_of();

create function coordination_count_drafts_of() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        perform coordination_count_pledges_of(old.government_id, 0, -1);
    end if;
    if tg_op <> 'DELETE' then
        perform coordination_count_pledges_of(new.government_id, 0, 1);
    end if;
    return null;
end
$$;

create trigger coordination_draft_of after insert or delete on coordination_draft
    for each row execute function coordination_count_drafts_of();
create trigger coordination_draft_of_moved after update on coordination_draft for each row
    when (old.government_id is distinct from new.government_id)
    execute function coordination_count_drafts_of();

insert into coordination_pledges_of
    select government_id, sum(submitted), sum(drafts) from (
        select government_id, 1 as submitted, 0 as drafts from coordination_pledge where step <> 'CARRIED_OVER'
        union all select government_id, 0, 1 from coordination_draft) as line
    group by government_id;
