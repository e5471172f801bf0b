-- Who takes part, and who acts for them.
create table government (
    id            uuid primary key,
    version       integer                  not null,
    name          varchar(200)             not null,
    -- Without accents, capitals and strokes, letters that have grown together taken apart: Tromsø is Tromso.
    folded_name   varchar(400)             not null,
    type          varchar(32)              not null,
    country       varchar(2)               not null,
    region        varchar(16)              not null,
    website       varchar(300)             not null,
    endorsed_on   date,
    endorsed_by   varchar(200),
    registered_at timestamp with time zone not null,
    constraint government_known_once unique (country, folded_name),
    constraint government_endorsed_whole check ((endorsed_on is null) = (endorsed_by is null))
);

create table membership (
    id           uuid primary key,
    version      integer                  not null,
    account      uuid                     not null references account (id),
    government   uuid                     not null references government (id),
    state        varchar(16)              not null
        check (state in ('REQUESTED', 'ACTIVE', 'REFUSED', 'LEFT', 'REMOVED')),
    requested_at timestamp with time zone not null,
    -- A colleague may end a membership, too.
    decided_by   uuid references account (id),
    decided_at   timestamp with time zone
);

-- A person acts for one government at a time, or waits for one.
create unique index membership_present on membership (account) where state in ('REQUESTED', 'ACTIVE');
create index membership_government on membership (government, state);

-- Members invite colleagues by e-mail address, whether it has an account or not. Whoever is invited says yes or no.
create table invitation (
    id         uuid primary key,
    version    integer                  not null,
    government uuid                     not null references government (id),
    email      varchar(254)             not null,
    invited_by uuid                     not null references account (id),
    invited_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    state      varchar(16)              not null
        check (state in ('OPEN', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK', 'EXPIRED')),
    closed_at  timestamp with time zone,
    -- From where it was sent. Known for a month only, which is as far back as is counted.
    client     varchar(64),
    constraint invitation_closed_whole check ((state = 'OPEN') = (closed_at is null))
);

-- Inviting twice leaves one.
create unique index invitation_open on invitation (government, email) where state = 'OPEN';
create index invitation_of_address on invitation (email) where state = 'OPEN';

-- Invitations are counted by who sends them, by whom they go to and by where they come from, whatever the government.
create index invitation_by_person on invitation (invited_by, invited_at);
create index invitation_to_address on invitation (email, invited_at);
create index invitation_from_client on invitation (client, invited_at) where client is not null;
create index invitation_declined on invitation (government, closed_at) where state = 'DECLINED';

-- For other modules to join by: see docs/promises.md.
create view government_name as select id, name from government;
