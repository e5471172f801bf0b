-- Two registrations of one government become one, and what was dissolved is closed: see
-- docs/decisions/0084-two-governments-become-one.md. The merged one stays as a row that points to the other, never to one that
-- is merged itself, and keeps its name from being registered again.
alter table government
    add column merged_into   uuid references government (id),
    add column merged_at     timestamp with time zone,
    add column closed_at     timestamp with time zone,
    add column closed_by     uuid references account (id),
    add column closed_reason varchar(2000),
    add constraint government_merged_whole check ((merged_into is null) = (merged_at is null) and merged_into <> id),
    add constraint government_closed_whole
        check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (closed_reason is null));

create index government_merged on government (merged_into) where merged_into is not null;

-- The orders of the coordinators' list, and what it finds by a value.
create index government_by_name on government (folded_name, id);
create index government_by_country on government (country, folded_name, id);
create index government_by_registration on government (registered_at desc, id);

-- Whatever is written about a merged government, by whoever looked for it before, is written about the one that stays. Who
-- comes while the two are merged waits for it. For the tables of other modules, too.
create function government_in_force(id uuid) returns uuid language sql volatile as $$
    select coalesce(merged_into, government.id) from government where government.id = government_in_force.id for key share
$$;

create function membership_in_force() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' or new.government is distinct from old.government then
        new.government := government_in_force(new.government);
    end if;
    return new;
end
$$;

create trigger membership_of_merged before insert or update of government on membership
    for each row execute function membership_in_force();
create trigger invitation_of_merged before insert or update of government on invitation
    for each row execute function membership_in_force();
create trigger government_letter_of_merged before insert or update of government on government_letter
    for each row execute function membership_in_force();
create trigger standing_answer_of_merged before insert or update of government on standing_answer
    for each row execute function membership_in_force();

-- How many people act for each, for lists that are sorted by it. No column of the government: whoever leaves would lock that.
create table government_members (
    government uuid    primary key references government (id),
    number     integer not null
);

create index government_members_by_number on government_members (number desc, government);

create function government_count_member(which uuid, change integer) returns void language sql as $$
    insert into government_members values (which, change)
        on conflict (government) do update set number = government_members.number + change
$$;

create function government_count_members() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (old.government, old.state) is not distinct from (new.government, new.state) then
        return null;
    end if;
    if tg_op <> 'INSERT' and old.state = 'ACTIVE' then
        perform government_count_member(old.government, -1);
    end if;
    if tg_op <> 'DELETE' and new.state = 'ACTIVE' then
        perform government_count_member(new.government, 1);
    end if;
    return null;
end
$$;

create trigger membership_counted after insert or update or delete on membership
    for each row execute function government_count_members();

insert into government_members
    select government, count(*) from membership where state = 'ACTIVE' group by government;

-- For other modules to join by: see docs/promises.md. Without what was merged into another.
create view government_listed as
    select government.id, name, folded_name, type, country, region, website, endorsed_on, registered_at, standing,
        standing_since, closed_at, coalesce(number, 0) as members
    from government left join government_members on government_members.government = government.id
    where merged_into is null;
