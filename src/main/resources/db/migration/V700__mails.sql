-- Every mail of the processes: what is to be sent, what was sent, and what could not be sent yet. Never holds sign-in
-- links, which are secrets.
create table mail (
    id         uuid                     primary key,
    -- Says which mail it is; the promise that the same event told twice leaves one.
    key        varchar(200)             not null unique,
    kind       varchar(32)              not null,
    -- A pledge's reference or an edition's year.
    about      varchar(64)              not null,
    -- A line break here would let what somebody typed add headers of its own.
    recipient  varchar(254)             not null check (recipient !~ '[[:cntrl:]]'),
    language   varchar(2)               not null check (language in ('en', 'es', 'fr')),
    subject    varchar(200)             not null check (subject !~ '[[:cntrl:]]'),
    body       text                     not null,
    -- Made once, so that a mail that reaches a mailbox twice is recognised there, wherever the desk has moved meanwhile.
    message_id varchar(320)             not null,
    created_at timestamp with time zone not null,
    attempts   integer                  not null,
    last_error varchar(500),
    sent_at    timestamp with time zone
);

create index mail_about on mail (about, created_at);
create index mail_newest on mail (created_at desc, id);
create index mail_stuck on mail (created_at) where sent_at is null and attempts > 0;
