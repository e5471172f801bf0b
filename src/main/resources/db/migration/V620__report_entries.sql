-- A report's entries, one in each row, so that a page reads the rows that it shows. Until its report is frozen an entry
-- has no content of its own: what it says is read from the revision that was accepted. What was frozen is in content, as
-- it was then and whole; the other columns are for finding and counting it.
create table report_entry (
    edition_year    integer     not null references edition (year),
    reference       varchar(16) not null,
    revision        integer     not null,
    government_name text        not null,
    government_type text        not null,
    country         text        not null,
    region          text        not null,
    published       boolean     not null,
    objectives      text[]      not null,
    content         jsonb,
    sha256          text,
    primary key (edition_year, reference),
    check ((content is null) = (sha256 is null))
);

create index report_entry_printed on report_entry
    (edition_year, region, country, lower(government_name) collate "C", reference collate "C") where published;
create index report_entry_reference on report_entry (reference);

insert into report_entry (edition_year, reference, revision, government_name, government_type, country, region, published,
    objectives, content, sha256)
select frozen_report.edition_year, entry ->> 'reference', (entry ->> 'revision')::integer, entry ->> 'governmentName',
    entry ->> 'governmentType', entry ->> 'country', entry ->> 'region', (entry ->> 'published')::boolean,
    array(select distinct code #>> '{}' from jsonb_path_query(entry -> 'answers', '$.keyvalue() ? (
        @.key == "mainGcmObjectives" || @.key == "furtherGcmObjectives" || @.key == "gcrObjectives").value[*]') as code
        order by 1),
    entry, encode(sha256(convert_to(entry::text, 'UTF8')), 'hex')
from frozen_report cross join jsonb_array_elements(frozen_report.content) as entry;

-- The places in reports that still grow.
insert into report_entry (edition_year, reference, revision, government_name, government_type, country, region, published,
    objectives)
select inclusion.edition_year, inclusion.reference, inclusion.revision, government.name, government.type,
    government.country, government.region, coalesce(submitted.answers ->> 'consent' = 'YES', false),
    array(select distinct code #>> '{}' from jsonb_path_query(submitted.answers, '$.keyvalue() ? (
        @.key == "mainGcmObjectives" || @.key == "furtherGcmObjectives" || @.key == "gcrObjectives").value[*]') as code
        order by 1)
from inclusion
join pledge on pledge.reference = inclusion.reference
join government on government.id = pledge.government_id
join pledge_revision on pledge_revision.reference = inclusion.reference and pledge_revision.number = inclusion.revision
cross join lateral (select convert_from(pledge_revision.content, 'UTF8')::jsonb -> 'answers' as answers) as submitted
where not exists (select from frozen_report where frozen_report.edition_year = inclusion.edition_year);

-- What was frozen is taken away only where all of it is in the rows.
do $$
begin
    if exists (select from frozen_report where content is distinct from coalesce(
        (select jsonb_agg(entry order by place) from (select report_entry.content as entry, element.place
            from jsonb_array_elements(frozen_report.content) with ordinality as element (value, place)
            join report_entry on report_entry.edition_year = frozen_report.edition_year
                and report_entry.reference = element.value ->> 'reference') as kept), '[]'::jsonb)) then
        raise exception 'A frozen report could not be taken into rows whole';
    end if;
end $$;

-- Over what was frozen: the hash of the entries' hashes in the order of their references.
alter table frozen_report add column sha256 text;
update frozen_report set sha256 = (
    select encode(sha256(convert_to(coalesce(string_agg(report_entry.sha256, '' order by reference collate "C"), ''), 'UTF8')), 'hex')
    from report_entry where report_entry.edition_year = frozen_report.edition_year and report_entry.content is not null);
alter table frozen_report alter column sha256 set not null;

-- Counted when the report is frozen; where nothing stands here, it is counted when somebody looks.
alter table frozen_report add column figures jsonb;
alter table frozen_report drop column content;
