-- An address has one canonical form, see kernel.EmailAddress, which PostgreSQL's lower() is not. Accounts that turn out
-- to be of one mailbox are kept until a coordinator joins them; only the one that same_as does not name signs in.
alter table account drop constraint account_email_check;
alter table account drop constraint account_email_key;
alter table account add column same_as uuid references account (id);
-- How it was written before, where that told the accounts apart.
alter table account add column former_email varchar(254);
alter table account add column joined_at timestamp with time zone;
alter table account add constraint account_joined_whole check (joined_at is null or same_as is not null);

create unique index account_mailbox on account (email) where same_as is null;
create index account_same_as on account (same_as) where same_as is not null;
