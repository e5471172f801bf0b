-- A link that still lives is sent again instead of a new one: it is looked for by its address.
create index one_time_tokens_username on one_time_tokens (username, expires_at);

comment on table sign_in_request is
    'Each link that was sent within the last day, and to whom it was: what the pace of the next ones is reckoned from. '
    'Signing in forgets those of the address. What was not sent leaves no row, so that nobody fills this table.';
