-- Indexes that find by a plain column and by words at once, and a constraint over a person and a time.
create extension if not exists btree_gin;
create extension if not exists btree_gist;

-- A partner's judgement of one revision, and the line of the worklist: what is shown, sorted by and searched of the revision
-- and its government stands in the same row.
create table review (
    id               uuid                     primary key,
    reference        varchar(16)              not null references pledge (reference),
    revision         integer                  not null,
    partner          varchar(12)              not null,
    state            varchar(16)              not null,
    opened_at        timestamp with time zone not null,
    due_at           timestamp with time zone not null,
    taken_by         uuid,
    taken_at         timestamp with time zone,
    -- Who gave a review to its holder, and what they wrote to them; null where the holder took it themselves.
    given_by         uuid,
    given_note       varchar(1000),
    answers          jsonb                    not null,
    recommendation   varchar(16),
    completed_by     uuid,
    completed_at     timestamp with time zone,
    -- When it was not waited for any more because the time for reviews was over: the record names the partner.
    missed_at        timestamp with time zone,
    version          bigint                   not null,
    -- Which time the pledge was before the partners.
    round            integer                  not null,
    -- The version of the criteria under which it was opened, and by which it is read.
    criteria_edition integer                  not null,
    criteria_version integer                  not null,
    -- The line, written with the review.
    government_id    uuid references government (id),
    title            text,
    title_order      text,
    language         varchar(8),
    government       text,
    government_order text,
    country          varchar(2),
    section          varchar(16),
    objectives       text[],
    search           tsvector,
    -- Of what was answered, what the line was made of. Where the form has it for others than before, it is made anew.
    shows            text                     not null default '',
    unique (reference, revision, partner),
    foreign key (reference, revision) references pledge_revision (reference, number),
    check ((state = 'COMPLETED') = (completed_at is not null)),
    check ((state = 'COMPLETED') = (recommendation is not null)),
    constraint review_missed_is_cancelled check (missed_at is null or state = 'CANCELLED')
);

-- A partner's list in each of its orders; first a partner's open reviews, oldest due first.
create index review_worklist on review (partner, due_at, reference) where state = 'OPEN';
create index review_by_waiting on review (partner, state, opened_at, reference);
create index review_by_government on review (partner, state, government_order, reference);
create index review_by_title on review (partner, state, title_order, reference);
create index review_by_country on review (partner, state, country);
create index review_taken on review (taken_by, due_at, reference) where state = 'OPEN';
create index review_unassigned on review (partner, due_at, reference) where state = 'OPEN' and taken_by is null;
create index review_done on review (partner, completed_at desc, reference) where state = 'COMPLETED';
create index review_unlisted on review (id) where search is null;
create index review_government on review (government_id);
create index review_objectives on review using gin (objectives);
-- Partner and words in one index: a search reads what it finds and nothing of the other partners. Kept up to date at once:
-- a list of pending words would be read through by every search.
create index review_search on review using gin (partner, search) with (fastupdate = off);

-- Every word that stands in a review's line. The beginning of a word is looked up here first: the index of words finds
-- a few whole words ten times as fast as all that begin alike. Words stay when the last line with them has gone.
create table review_word (
    word text collate "C" primary key
);

-- What a reviewer has typed so far. It stays that reviewer's when a colleague takes the review over, and goes when the
-- review is completed.
create table review_draft (
    review   uuid                     not null references review (id),
    author   uuid                     not null,
    answers  jsonb                    not null,
    saved_at timestamp with time zone not null,
    primary key (review, author)
);

-- What a review said before it was opened again; only ever added to.
create table review_judgement (
    id             bigint generated always as identity primary key,
    review         uuid                     not null references review (id),
    answers        jsonb                    not null,
    recommendation varchar(16)              not null,
    completed_by   uuid                     not null,
    completed_at   timestamp with time zone not null,
    reopened_by    uuid                     not null,
    reopened_at    timestamp with time zone not null,
    reason         text                     not null
);

create index review_judgement_review on review_judgement (review);

-- Who was told that a review is overdue, and when. Each step of the chain comes once for each review. One that was opened
-- anew after the outcome is followed up anew: the turn is how often the pledge had been returned to the partners by then.
create table review_reminder (
    reference varchar(16)              not null,
    revision  integer                  not null,
    partner   varchar(12)              not null,
    step      varchar(16)              not null check (step in ('REVIEWERS', 'LEADS', 'COORDINATORS')),
    told      uuid[]                   not null,
    at        timestamp with time zone not null,
    turn      integer                  not null default 0,
    primary key (reference, revision, partner, turn, step),
    foreign key (reference, revision, partner) references review (reference, revision, partner)
);

-- Reminders that people sent, so that pressing twice sends one mail a day.
create table review_nudge (
    review uuid                     not null references review (id),
    holder uuid                     not null references account (id),
    day    date                     not null,
    sender uuid                     not null references account (id),
    at     timestamp with time zone not null,
    primary key (review, holder, day)
);

-- When a reviewer is away, as they decreed it in their own zone, and who stands in for them.
create table absence (
    id        uuid                     primary key,
    account   uuid                     not null references account (id),
    deputy    uuid                     not null references account (id),
    begins_at timestamp with time zone not null,
    ends_at   timestamp with time zone not null,
    zone      varchar(64)              not null,
    check (begins_at < ends_at),
    check (deputy <> account),
    exclude using gist (account with =, tstzrange(begins_at, ends_at) with &&)
);

create index absence_deputy on absence (deputy, ends_at);

-- Searches that reviewers named, to come back to them; a shared one is offered to the team of a partner.
create table saved_search (
    id          uuid         primary key,
    owner       uuid         not null references account (id),
    name        varchar(60)  not null,
    tab         varchar(16)  not null,
    typed       varchar(300) not null,
    sorted_by   varchar(16)  not null,
    shared_with varchar(12),
    unique (owner, name)
);

create index saved_search_shared on saved_search (shared_with) where shared_with is not null;

-- How a person wants their worklist; who has no row has it as it is at first.
create table worklist_settings (
    account   uuid    primary key references account (id),
    columns   text[]  not null,
    shortcuts boolean not null
);

-- When a person looked at a pledge last, and when the time before. Pages that are opened one soon after the other are
-- one look: what was new when it began stays marked to its end.
create table pledge_look (
    account    uuid                     not null references account (id),
    reference  varchar(16)              not null references pledge (reference),
    looked_at  timestamp with time zone not null,
    before     timestamp with time zone,
    primary key (account, reference)
);

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

-- Why a reviewer keeps out of what a government submits. A declaration that was withdrawn stays on record.
create table interest (
    id            uuid                     primary key,
    account       uuid                     not null references account (id),
    government_id uuid                     not null references government (id),
    reason        text                     not null check (reason <> ''),
    declared_at   timestamp with time zone not null,
    withdrawn_at  timestamp with time zone
);

create unique index interest_present on interest (government_id, account) where withdrawn_at is null;
create index interest_government on interest (government_id, declared_at);
