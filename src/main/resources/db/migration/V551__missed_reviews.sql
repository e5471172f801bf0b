-- When a review was not waited for any more because the time for reviews was over: the record names the partner.
alter table review add column missed_at timestamp with time zone;
alter table review add constraint review_missed_is_cancelled check (missed_at is null or state = 'CANCELLED');
