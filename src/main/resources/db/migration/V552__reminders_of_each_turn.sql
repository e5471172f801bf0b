-- A review that was opened anew after the outcome is followed up anew: the turn is how often the pledge had been returned
-- to the partners by then.
alter table review_reminder add column turn integer not null default 0;
alter table review_reminder drop constraint review_reminder_pkey;
alter table review_reminder add primary key (reference, revision, partner, turn, step);
