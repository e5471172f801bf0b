-- What a mail says, part by part: of it both of its parts are made, and a digest takes what it brings. Null where it was
-- written before; then there is its text.
alter table mail add column content jsonb;

-- The key by which the addresses are signed under which somebody says that they want no more mails that may be left out;
-- one of each account. Where it is gone, addresses that were signed with it do nothing any more.
create table mail_leaving (
    account uuid                     primary key references account (id),
    key     bytea                    not null,
    made_at timestamp with time zone not null
);
