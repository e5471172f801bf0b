-- What is written about a government that is merged meanwhile is written about the one that stays: see
-- docs/decisions/0084-two-governments-become-one.md.
create function review_in_force() returns trigger language plpgsql as $$
begin
    if new.government_id is not null and (tg_op = 'INSERT' or new.government_id is distinct from old.government_id) then
        new.government_id := government_in_force(new.government_id);
    end if;
    return new;
end
$$;

create trigger review_of_merged before insert or update of government_id on review
    for each row execute function review_in_force();
create trigger interest_of_merged before insert or update of government_id on interest
    for each row execute function review_in_force();
