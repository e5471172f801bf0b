-- What the list is taken along with, and by what words a pledge is found. Rows that were there before get theirs at the
-- next start, which makes every row anew whose words are not of the present vocabulary.
alter table published_pledge
    add column government_type varchar(32) not null default '',
    add column sdgs            text[]      not null default '{}',
    add column beneficiaries   text[]      not null default '{}',
    -- Which vocabulary its words are of. What may be read of it has nothing to do with that: a row is found by its old
    -- words until it is made anew.
    add column words           varchar(64) not null default '';

-- Pledges are published seldom and searched often: a list of what is not in the index yet would be read by each search,
-- and makes the planner read the whole table instead.
alter index published_pledge_search set (fastupdate = off);
select gin_clean_pending_list('published_pledge_search');
