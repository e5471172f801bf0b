-- Each try to hand a mail to the server and what the server said, also where it took the mail.
create table mail_try (
    mail    uuid                     not null references mail (id) on delete cascade,
    -- Which one it was, from 1.
    attempt integer                  not null,
    at      timestamp with time zone not null,
    -- TAKEN: the server has it. LATER: it is tried again. ENDED: it is not.
    -- Where it went, which may be another address when it is sent again.
    recipient varchar(254)           not null,
    outcome varchar(8)               not null check (outcome in ('TAKEN', 'LATER', 'ENDED')),
    answer  varchar(400)             not null,
    primary key (mail, attempt)
);

-- When a coordinator had it sent again: from then on it is tried for as long as a new one.
alter table mail add column resent_at timestamp with time zone;

-- The one that had arrived already, of which this is a copy.
alter table mail add column copy_of uuid references mail (id);
create index mail_copies on mail (copy_of) where copy_of is not null;

-- The log is read from the newest, by its place; an index for each thing that it is asked for.
drop index mail_newest;
create index mail_in_order on mail (created_at, id);
create index mail_to on mail (lower(recipient) text_pattern_ops, created_at, id);
create index mail_of_kind on mail (kind, created_at, id);
create index mail_unusual on mail (state, created_at, id) where state <> 'OUTGOING';
create index mail_on_its_way on mail (created_at, id) where state = 'OUTGOING' and sent_at is null;
drop index mail_failed;

-- Words of subjects, as they are searched: without accents and marks. It names where unaccent is, because an index is looked
-- after without a search path.
create function mail_words(subject text) returns tsvector language sql immutable parallel safe
    set search_path from current as $words$
    select to_tsvector('simple',
        translate(unaccent(lower(subject)), $$'"()<>/\&|!:*,.;-+=~^`$$, repeat(' ', 22)))
$words$;
create index mail_subject on mail using gin (mail_words(subject));
