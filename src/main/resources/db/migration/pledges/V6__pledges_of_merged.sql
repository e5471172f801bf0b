-- What is written about a government that is merged meanwhile is written about the one that stays: see
-- docs/decisions/0084-two-governments-become-one.md.
create function pledge_in_force() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' or new.government_id is distinct from old.government_id then
        new.government_id := government_in_force(new.government_id);
    end if;
    return new;
end
$$;

create trigger pledge_of_merged before insert or update of government_id on pledge
    for each row execute function pledge_in_force();
create trigger submitted_words_of_merged before insert or update of government_id on submitted_words
    for each row execute function pledge_in_force();
