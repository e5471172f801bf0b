-- The mail in place of which another is sent, to another address.
alter table mail add column resends uuid references mail (id);

create unique index mail_resends on mail (resends) where resends is not null;

-- Mails that came. REPLY stands at a pledge or government for good; what else came is deleted after 90 days. AUTOMATIC,
-- BOUNCE and DELAY are noted without their text. QUARANTINE waits for a coordinator; DISCARDED has no text any more.
create table received_mail (
    id        uuid                     primary key,
    fate      varchar(16)              not null
        check (fate in ('REPLY', 'AUTOMATIC', 'BOUNCE', 'DELAY', 'QUARANTINE', 'DISCARDED')),
    at        timestamp with time zone not null,
    -- As it says, in the canonical form where it is an address.
    sender    varchar(254)             not null,
    subject   varchar(200)             not null,
    text      text                     not null,
    -- The mail that it answers, as far as it shows.
    answers   uuid references mail (id),
    -- The pledge at which it stands, or would stand.
    reference varchar(15),
    why       varchar(16) check (why in ('NO_SIGN', 'UNKNOWN_SENDER', 'TOO_LARGE', 'UNREADABLE')),
    left_out  integer                  not null
);

create index received_mail_quarantine on received_mail (at, id) where fate = 'QUARANTINE';
create index received_mail_oldest on received_mail (at) where fate <> 'REPLY';

-- Files that came with them, cleaned as attached ones are; without content where that said no.
create table received_file (
    id      uuid         primary key,
    mail    uuid         not null references received_mail (id) on delete cascade,
    name    varchar(160) not null,
    type    varchar(100) not null,
    size    bigint       not null,
    content bytea,
    -- The key of the sentence that says why it was not kept.
    refused varchar(64),
    constraint received_file_kept check ((content is null) = (refused is not null))
);

create index received_file_of on received_file (mail);

-- What coordinators have to do because of mails.
create table mail_task (
    id         uuid                     primary key,
    kind       varchar(8)               not null check (kind in ('BOUNCED', 'REPLY')),
    address    varchar(254)             not null,
    reference  varchar(15),
    government uuid references government (id),
    reply      uuid references received_mail (id),
    created_at timestamp with time zone not null,
    done_at    timestamp with time zone,
    done_by    uuid references account (id),
    how        varchar(16) check (how in ('SENT_AGAIN', 'CALLED', 'READ', 'ANSWERED', 'IGNORED')),
    note       varchar(1000),
    constraint mail_task_done check ((done_at is null) = (how is null) and (done_at is null) = (done_by is null)
        and (done_at is null) = (note is null)),
    constraint mail_task_reply check ((kind = 'REPLY') = (reply is not null))
);

-- Of an address one at a time: the promise that a hundred mails to it are one task.
create unique index mail_task_of_address on mail_task (address) where kind = 'BOUNCED' and done_at is null;
create index mail_task_open on mail_task (created_at, id) where done_at is null;
create index mail_task_done_last on mail_task (done_at desc, id) where done_at is not null;
create index mail_task_at on mail_task (reference) where done_at is null;

-- The mails that did not arrive there.
create table mail_task_mail (
    task uuid not null references mail_task (id),
    mail uuid not null references mail (id),
    primary key (task, mail)
);

create index mail_task_mail_of on mail_task_mail (mail);
