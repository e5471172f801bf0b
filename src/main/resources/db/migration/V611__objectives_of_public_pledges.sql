-- What the public can search for by its condition objective:. Those that are public already get theirs from what was submitted.
alter table published_pledge add column objectives text[] not null default '{}';

update published_pledge set objectives = array(
    select distinct code #>> '{}'
    from pledge_revision, jsonb_path_query(convert_from(content, 'UTF8')::jsonb,
        '$.answers.*[*] ? (@.type() == "string" && @ like_regex "^GC[MR]-[0-9]+$")') as code
    where pledge_revision.reference = published_pledge.reference and pledge_revision.number = published_pledge.revision);

create index published_pledge_objectives on published_pledge using gin (objectives);
