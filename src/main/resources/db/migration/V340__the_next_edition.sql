-- Which of two instants a deadline is, where the clocks of its zone show its local time twice. Null is the first of them,
-- as it was understood before.
alter table edition add column deadline_offset varchar(9);
