-- People with an account and the roles that a coordinator gave them. An address has one canonical form, see
-- kernel.address.EmailAddress, which PostgreSQL's lower() is not. Accounts that turn out to be of one mailbox are kept until
-- a coordinator joins them; only the one that same_as does not name signs in.
create table account (
    id           uuid primary key,
    version      integer                  not null,
    email        varchar(254)             not null,
    name         varchar(120)             not null,
    language     varchar(2)               not null check (language in ('en', 'es', 'fr')),
    zone         varchar(64)              not null,
    partner      varchar(12),
    coordinator  boolean                  not null,
    created_at   timestamp with time zone not null,
    -- When a signed-in person last used the desk, to within a few minutes. Null for who was only given an account.
    last_here    timestamp with time zone,
    -- How much of the desk's mail a person wants; null while they have chosen nothing: then what is usual for their role
    -- counts. And at which hour of their own day the digest comes.
    mails        varchar(16) check (mails in ('EVERYTHING', 'DIGEST', 'WHAT_NEEDS_ME')),
    digest_hour  integer                  not null default 7 check (digest_hour between 0 and 23),
    -- Who answers for all reviews of the partner for which they review.
    lead         boolean                  not null default false,
    same_as      uuid references account (id),
    -- How it was written before, where that told the accounts apart.
    former_email varchar(254),
    joined_at    timestamp with time zone,
    constraint account_lead_reviews check (not lead or partner is not null),
    constraint account_joined_whole check (joined_at is null or same_as is not null)
);

create index account_partner on account (partner) where partner is not null;
create index account_coordinator on account (id) where coordinator;
create unique index account_mailbox on account (email) where same_as is null;
create index account_same_as on account (same_as) where same_as is not null;

-- The table that Spring Security's JdbcOneTimeTokenService expects, for PostgreSQL: instants with their zone.
create table one_time_tokens (
    token_value varchar(36) primary key,
    username    varchar(254)             not null,
    expires_at  timestamp with time zone not null
);

create index one_time_tokens_expires_at on one_time_tokens (expires_at);
-- A link that still lives is sent again instead of a new one: it is looked for by its address.
create index one_time_tokens_username on one_time_tokens (username, expires_at);

create table sign_in_request (
    id     bigint generated always as identity primary key,
    email  varchar(254)             not null,
    client varchar(64)              not null,
    at     timestamp with time zone not null
);

comment on table sign_in_request is
    'Each link that was sent within the last day, and to whom it was: what the pace of the next ones is reckoned from. '
    'Signing in forgets those of the address. What was not sent leaves no row, so that nobody fills this table.';

create index sign_in_request_email on sign_in_request (email, at);
create index sign_in_request_client on sign_in_request (client, at);
create index sign_in_request_at on sign_in_request (at);

-- Taken over from org/springframework/session/jdbc/schema-postgresql.sql of Spring Session 4.1.0.
create table spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);

create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id)
        references spring_session (primary_id) on delete cascade
);
