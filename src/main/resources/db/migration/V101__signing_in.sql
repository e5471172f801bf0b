-- The table that Spring Security's JdbcOneTimeTokenService expects, for PostgreSQL: instants with their zone.
create table one_time_tokens (
    token_value varchar(36) primary key,
    username    varchar(254)             not null,
    expires_at  timestamp with time zone not null
);

create index one_time_tokens_expires_at on one_time_tokens (expires_at);

-- Who asked for a link in the last hour; counted so that nobody can flood a mailbox. Older rows are deleted.
create table sign_in_request (
    id     bigint generated always as identity primary key,
    email  varchar(254)             not null,
    client varchar(64)              not null,
    at     timestamp with time zone not null
);

create index sign_in_request_email on sign_in_request (email, at);
create index sign_in_request_client on sign_in_request (client, at);
create index sign_in_request_at on sign_in_request (at);
