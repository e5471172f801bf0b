-- Accepted, and in no report: it waits for an edition that is not there yet, or was taken out of one that is not frozen, or
-- before it was. The desk writes all lines anew when it starts.
alter table coordination_pledge add column in_no_report boolean not null default false;

create index coordination_in_no_report on coordination_pledge (edition, reference) where in_no_report;
