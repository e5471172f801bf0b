create extension if not exists btree_gin;

-- Partner and words in one index: a search reads what it finds and nothing of the other partners.
drop index review_search;
create index review_search on review using gin (partner, search) with (fastupdate = off);

-- Every word that stands in a review's line. The beginning of a word is looked up here first: the index of words finds
-- a few whole words ten times as fast as all that begin alike. Words stay when the last line with them has gone.
create table review_word (
    word text collate "C" primary key
);

insert into review_word select distinct unnest(tsvector_to_array(search)) from review where search is not null;
