-- The edition for which a withdrawn pledge counted: it can be revived until the report of that one is frozen. No foreign
-- key, because a late pledge counts for an edition that need not be planned yet.
alter table pledge add column withdrawn_from integer;

-- Of those withdrawn before, what their last receipt said.
update pledge set withdrawn_from = (select counts_for from pledge_revision revision
    where revision.reference = pledge.reference and revision.number = pledge.latest_revision)
where state = 'WITHDRAWN';

alter table pledge add constraint pledge_withdrawn_from check ((state = 'WITHDRAWN') = (withdrawn_from is not null));

-- The newest revision when the pledge was last revived: what partners said of it and of those before counts no more.
alter table pledge add column revived_after integer not null default 0;

-- Each public page asks which pledges go on with the one that it shows.
create index pledge_continues on pledge (continues) where continues is not null;
