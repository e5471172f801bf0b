-- Open drafts are counted by who began them, before another may be begun.
create index pledge_drafts_of_person on pledge (created_by, created_at) where state = 'DRAFT';
