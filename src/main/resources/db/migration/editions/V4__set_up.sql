-- How many days before the deadline people are reminded, the earliest first.
alter table edition add column reminder_days integer[] not null default '{30,14,7,2}'
    check (cardinality(reminder_days) between 1 and 8 and 1 <= all (reminder_days) and 180 >= all (reminder_days));

-- How often the dates that everybody may know were set, and when last: calendars that subscribe tell old from new by it.
alter table edition add column dates_revision integer not null default 0;
alter table edition add column dates_changed_at timestamp with time zone;
update edition set dates_changed_at = opened_at where opened_at is not null;
