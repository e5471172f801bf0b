create extension if not exists unaccent;

-- Which time the pledge was before the partners. Of earlier reviews: counted anew after a revival, as far as one knows.
alter table review add column round integer;
update review set round = case when revision > revived_after then revision - revived_after else revision end
from pledge where pledge.reference = review.reference;
alter table review alter column round set not null;

-- The line of the worklist: what is shown, sorted by and searched of the revision and its government. Written with the
-- review; null in rows of before, until the desk starts.
alter table review
    add column government_id    uuid references government (id),
    add column title            text,
    add column title_order      text,
    add column language         varchar(8),
    add column government       text,
    add column government_order text,
    add column country          varchar(2),
    add column section          varchar(16),
    add column objectives       text[],
    add column search           tsvector;

create index review_unlisted on review (id) where search is null;
create index review_government on review (government_id);

-- A partner's list in each of its orders; in the order of the due date there is review_worklist (V500).
create index review_by_waiting on review (partner, state, opened_at, reference);
create index review_by_government on review (partner, state, government_order, reference);
create index review_by_title on review (partner, state, title_order, reference);
create index review_by_country on review (partner, state, country);
create index review_taken on review (taken_by, due_at, reference) where state = 'OPEN';
create index review_unassigned on review (partner, due_at, reference) where state = 'OPEN' and taken_by is null;
create index review_done on review (partner, completed_at desc, reference) where state = 'COMPLETED';

create index review_objectives on review using gin (objectives);
-- Kept up to date at once: a list of pending words would be read through by every search.
create index review_search on review using gin (search) with (fastupdate = off);
