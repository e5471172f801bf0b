-- Members invite colleagues by e-mail address, whether it has an account or not.
create table invitation (
    id         uuid primary key,
    version    integer                  not null,
    government uuid                     not null references government (id),
    email      varchar(254)             not null check (email = lower(email)),
    invited_by uuid                     not null references account (id),
    invited_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    state      varchar(16)              not null check (state in ('OPEN', 'ACCEPTED', 'TAKEN_BACK', 'EXPIRED')),
    closed_at  timestamp with time zone,
    constraint invitation_closed_whole check ((state = 'OPEN') = (closed_at is null))
);

-- Inviting twice leaves one.
create unique index invitation_open on invitation (government, email) where state = 'OPEN';
create index invitation_of_address on invitation (email) where state = 'OPEN';
create index invitation_recent on invitation (government, invited_at);

-- A colleague may end a membership; who did is in decided_by.
alter table membership drop constraint membership_state_check;
alter table membership add constraint membership_state_check
    check (state in ('REQUESTED', 'ACTIVE', 'REFUSED', 'LEFT', 'REMOVED'));
