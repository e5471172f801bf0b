-- Whether coordinators have confirmed that a government is the one that it says it is: see
-- docs/decisions/0083-a-registration-is-unconfirmed.md. The words are a coordinator's question, or the reason.
alter table government
    add column standing       varchar(16) not null default 'UNCONFIRMED'
        check (standing in ('UNCONFIRMED', 'ASKED', 'CONFIRMED', 'REFUSED')),
    add column standing_since timestamp with time zone,
    add column standing_by    uuid references account (id),
    add column standing_words varchar(2000);

-- Whoever was imported: nobody ever acted for it, nor asked to.
update government set standing = 'CONFIRMED'
where not exists (select from membership where membership.government = government.id);

-- Whoever has a place in a report, of an edition that is open still, too: partners have examined its pledge, with consent
-- everybody reads it, and an upgrade takes nothing away. Where there is no such view yet nobody is registered.
do $$
begin
    if to_regclass('pledge_standing') is not null and to_regclass('pledge_place') is not null then
        update government set standing = 'CONFIRMED'
        where id in (select government_id from pledge_standing join pledge_place using (reference));
    end if;
end
$$;

update government set standing_since = registered_at;
alter table government alter column standing_since set not null, alter column standing_since set default now();

-- Those that wait, in the order in which they do; most do not.
create index government_waiting on government (standing_since, id) where standing in ('UNCONFIRMED', 'ASKED');
create index government_not_confirmed on government (id) where standing <> 'CONFIRMED';

-- Same and similar names, in any country.
create extension if not exists pg_trgm;
create index government_alike on government using gin (folded_name gin_trgm_ops);

-- Letters that governments send to the coordinators, in pieces. Nobody else reads them.
create table government_letter (
    id         uuid primary key,
    government uuid                     not null references government (id),
    name       varchar(200)             not null,
    type       varchar(100)             not null,
    size       bigint                   not null,
    sha256     varchar(64)              not null,
    sent_at    timestamp with time zone not null,
    sent_by    uuid                     not null references account (id)
);

create index government_letter_of on government_letter (government, sent_at);

create table government_letter_piece (
    letter  uuid    not null references government_letter (id) on delete cascade,
    number  integer not null,
    content bytea   not null,
    primary key (letter, number)
);

-- What coordinators asked a government, and what it said; a letter can be all that it said.
create table standing_answer (
    id          uuid primary key,
    government  uuid                     not null references government (id),
    question    varchar(2000)            not null,
    words       varchar(4000)            not null,
    letter      uuid references government_letter (id),
    answered_at timestamp with time zone not null,
    answered_by uuid                     not null references account (id)
);

create index standing_answer_of on standing_answer (government, answered_at);

-- For other modules to join by: see docs/promises.md.
create view government_standing as select id, standing from government;
