-- What the governments of the lines are called, each once: part of a name is looked for in a tenth as many rows, and their
-- lines are found by whose they are. Names that no line has any more stay, and find nothing.
-- See docs/decisions/0080-lists-of-a-hundred-thousand.md.
create table coordination_name (
    government       uuid not null,
    government_order text not null,
    primary key (government, government_order)
);

create index coordination_name_found on coordination_name
    using gin ((' ' || government_order) gin_trgm_ops) with (fastupdate = off);

create function coordination_know_name() returns trigger language plpgsql as $$
begin
    if not exists (select from coordination_name
            where government = new.government_id and government_order = new.government_order) then
        insert into coordination_name values (new.government_id, new.government_order) on conflict do nothing;
    end if;
    return null;
end
$$;

create trigger coordination_pledge_name_known after insert or update of government_id, government_order
    on coordination_pledge for each row execute function coordination_know_name();
create trigger coordination_draft_name_known after insert or update of government_id, government_order
    on coordination_draft for each row execute function coordination_know_name();

insert into coordination_name
    select government_id, government_order from coordination_pledge
    union select government_id, government_order from coordination_draft;

create index coordination_by_whose on coordination_pledge (edition, government_id);

-- Several conditions at once are looked up from the index of what is late alone, without the lines.
drop index coordination_by_due;
create index coordination_by_due on coordination_pledge
    (edition, due_at, reference, section, country, language, step, counts_for);

-- Every word that stands in a line: a beginning is looked up here first, as in the worklist's. Words stay when the last line
-- with them has gone.
create table coordination_word (
    word text collate "C" primary key
);

insert into coordination_word
    select distinct unnest(tsvector_to_array(search)) from coordination_pledge;
