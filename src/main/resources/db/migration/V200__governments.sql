-- Who takes part, and who acts for them.
create table government (
    id            uuid primary key,
    version       integer                  not null,
    name          varchar(200)             not null,
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
    state        varchar(16)              not null check (state in ('REQUESTED', 'ACTIVE', 'REFUSED', 'LEFT')),
    requested_at timestamp with time zone not null,
    decided_by   uuid references account (id),
    decided_at   timestamp with time zone
);

-- A person acts for one government at a time, or waits for one.
create unique index membership_present on membership (account) where state in ('REQUESTED', 'ACTIVE');
create index membership_government on membership (government, state);
