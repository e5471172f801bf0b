-- What a coordinator writes to many governments at once: now, or at an instant that they choose. Its words stand on the
-- trail alone, at the entry of the act, so that they are erased once.
create table coordinators_message (
    id              uuid                     primary key,
    edition_year    integer                  not null references edition (year),
    language        varchar(2)               not null check (language in ('en', 'es', 'fr')),
    account         uuid                     not null references account (id),
    -- The entry of the trail that says it.
    act             bigint                   not null,
    confirmed_at    timestamp with time zone not null,
    -- When its mails are due; null where that was at once.
    due_at          timestamp with time zone,
    -- To how many people it was to go when it was confirmed.
    people          integer                  not null check (people > 0),
    cancelled_at    timestamp with time zone,
    -- The entry of the trail that says by whom and why.
    cancelled_act   bigint,
    -- To how many it does not go for that.
    cancelled_mails integer                  not null default 0,
    constraint coordinators_message_cancelled check ((cancelled_at is null) = (cancelled_act is null))
);

create index coordinators_message_newest on coordinators_message (confirmed_at desc, id);

-- Those to whom it has still to be written, portion by portion; deleted with each portion that is.
create table coordinators_message_reader (
    message         uuid          not null references coordinators_message (id),
    -- In the order in which their mails are due, from 0.
    place           integer       not null,
    portion         integer       not null,
    account         uuid          not null references account (id),
    government      uuid          not null references government (id),
    government_name text          not null,
    -- The pledges of which they are told, and what each is called: nothing where it is a draft.
    pledges         varchar(16)[] not null,
    titles          text[]        not null,
    primary key (message, place)
);

create index coordinators_message_reader_portion on coordinators_message_reader (message, portion);

-- The message that a mail brings, and the instant for which that was planned; null where it was for at once.
alter table mail add column message uuid references coordinators_message (id);
alter table mail add column planned_for timestamp with time zone;

create index mail_of_message on mail (message) where message is not null;
