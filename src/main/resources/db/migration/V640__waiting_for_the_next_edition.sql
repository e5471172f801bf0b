-- Of the pledges' tables, although numbered after the reports': the numbers of the pledges were taken.

-- A pledge that was submitted while no call had been opened answers none; what counts is when it was first submitted.
alter table pledge drop constraint pledge_check;
alter table pledge add constraint pledge_call_answered check (call_year is null or first_submitted_at is not null);

-- Since when an accepted pledge waits for the next edition; null unless it does.
alter table pledge add column waiting_since timestamp with time zone;
create index pledge_waiting on pledge (waiting_since) where waiting_since is not null;

-- What is withdrawn while it waits counts for no edition yet.
alter table pledge drop constraint pledge_withdrawn_from;
alter table pledge add constraint pledge_withdrawn_from check (withdrawn_from is null or state = 'WITHDRAWN');

-- Whether the edition was known for which a receipt says that the pledge counts; else counts_for is the year in which the
-- next edition was expected then.
alter table pledge_revision add column counts_for_known boolean not null default true;
