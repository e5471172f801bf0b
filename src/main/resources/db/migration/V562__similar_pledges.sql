-- What was last submitted of each pledge, in words that can be compared: read by every page of a review, and so indexed.
create table submitted_words (
    reference     varchar(16) primary key references pledge (reference),
    government_id uuid        not null references government (id),
    title         text        not null,
    -- Without accents and capitals.
    plain_title   text        not null,
    words         tsvector    not null
);

insert into submitted_words (reference, government_id, title, plain_title, words)
select reference, government_id, title, lower(unaccent(title)), to_tsvector('simple', unaccent(title || ' ' || summary))
from (select pledge.reference, pledge.government_id, coalesce(said ->> 'title', '') as title,
        coalesce(said ->> 'summary', '') as summary
    from pledge join pledge_revision on pledge_revision.reference = pledge.reference and number = latest_revision
    cross join lateral (select convert_from(content, 'UTF8')::jsonb -> 'answers' as said) as submitted) as newest;

create index submitted_words_government on submitted_words (government_id, reference);
create index submitted_words_title on submitted_words using gin (plain_title gin_trgm_ops);
create index submitted_words_words on submitted_words using gin (words);
