-- Whoever is invited says yes or no.
alter table invitation drop constraint invitation_state_check;
alter table invitation add constraint invitation_state_check
    check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK', 'EXPIRED'));

-- From where it was sent. Known for a month only, which is as far back as is counted.
alter table invitation add column client varchar(64);

-- Invitations are counted by who sends them, by whom they go to and by where they come from, whatever the government.
drop index invitation_recent;
create index invitation_by_person on invitation (invited_by, invited_at);
create index invitation_to_address on invitation (email, invited_at);
create index invitation_from_client on invitation (client, invited_at) where client is not null;
create index invitation_declined on invitation (government, closed_at) where state = 'DECLINED';
