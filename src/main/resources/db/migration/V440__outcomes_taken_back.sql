-- A coordinator may have a review made again after the outcome: how often, what it had come to, and whether the
-- government was changing it then, so that what was typed by then waits in the working copy.
alter table pledge add column times_sent_back integer not null default 0;
alter table pledge add column sent_back_from varchar(32);
alter table pledge add column changes_kept boolean not null default false;
