-- People with an account and the roles that a coordinator gave them.
create table account (
    id          uuid primary key,
    version     integer                  not null,
    email       varchar(254)             not null unique check (email = lower(email)),
    name        varchar(120)             not null,
    language    varchar(2)               not null check (language in ('en', 'es', 'fr')),
    zone        varchar(64)              not null,
    partner     varchar(12),
    coordinator boolean                  not null,
    created_at  timestamp with time zone not null
);

create index account_partner on account (partner) where partner is not null;
create index account_coordinator on account (id) where coordinator;
