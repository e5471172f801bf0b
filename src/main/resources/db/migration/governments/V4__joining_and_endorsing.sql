-- Requests to join that nobody has answered, the oldest first, and in the order of their ids.
create index membership_requested on membership (requested_at, id) where state = 'REQUESTED';
create index membership_requested_id on membership (id) where state = 'REQUESTED';

-- How a government showed that it endorsed the Declaration: by a signed letter or by words of its head. Whoever recorded it
-- before was asked for neither, and it stays valid.
alter table government
    add column endorsed_statement   varchar(2000),
    add column endorsed_letter      uuid references government_letter (id),
    add column endorsed_recorded_at timestamp with time zone,
    add constraint government_endorsed_with check (endorsed_on is not null
        or endorsed_statement is null and endorsed_letter is null and endorsed_recorded_at is null);
