-- Names are compared without strokes and with letters that have grown together taken apart, as searches always were:
-- Tromsø is Tromso. Where two governments of a country would become one by it, both stay as they are; a person decides.
create function pg_temp.plain(name text) returns text immutable language sql as $$
    select replace(replace(replace(replace(translate(name, 'øłđðħŧıŋς', 'olddhtinσ'),
        'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')
$$;

update government set folded_name = left(pg_temp.plain(folded_name), 400)
where pg_temp.plain(folded_name) <> folded_name
and not exists (
    select from government other where other.id <> government.id and other.country = government.country
    and pg_temp.plain(other.folded_name) = pg_temp.plain(government.folded_name));

drop function pg_temp.plain(text);
