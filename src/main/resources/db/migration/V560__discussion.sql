-- What those who handle a pledge say to each other. Only ever added to.
create table remark (
    number     bigint generated always as identity primary key,
    reference  varchar(16)              not null references pledge (reference),
    author     uuid                     not null references account (id),
    -- For whom the author spoke; null for a coordinator.
    partner    varchar(12),
    text       text                     not null check (text <> ''),
    written_at timestamp with time zone not null,
    -- Made with the page on which it was typed: what is sent twice is said once.
    page_key   uuid                     not null,
    unique (author, page_key)
);

create index remark_reference on remark (reference, number);

-- Whom a remark calls by name, and who therefore got a mail.
create table remark_mention (
    remark  bigint not null references remark (number),
    account uuid   not null references account (id),
    primary key (remark, account)
);
