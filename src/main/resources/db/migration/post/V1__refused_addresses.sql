-- Addresses that took no mail when it was last sent to them; a row goes when a mail arrives.
create table refused_address (
    email  varchar(254)             primary key,
    reason varchar(32)              not null check (reason in ('NO_SUCH_MAILBOX', 'NEEDS_UTF8', 'NO_ADDRESS', 'REFUSED')),
    answer varchar(400)             not null,
    at     timestamp with time zone not null
);

create index refused_address_latest on refused_address (at desc, email);
