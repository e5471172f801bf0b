-- The last number given to a pledge begun in a year; locked while the next one is given.
create table pledge_number (
    year integer primary key,
    last integer not null
);

create table pledge (
    reference          varchar(16)              primary key,
    government_id      uuid                     not null references government (id),
    state              varchar(24)              not null,
    -- The working copy: a draft, or the answers being changed after a request for changes.
    answers            jsonb                    not null,
    draft_version      bigint                   not null,
    created_at         timestamp with time zone not null,
    created_by         uuid                     not null,
    changed_at         timestamp with time zone not null,
    changed_by         uuid                     not null,
    -- Null until the first submission; then they never change, whatever the review brings. A pledge that was submitted
    -- while no call had been opened answers none; what counts is when it was first submitted.
    call_year          integer                  references edition (year),
    first_submitted_at timestamp with time zone,
    latest_revision    integer                  not null,
    decision_note      text                     not null,
    version            bigint                   not null,
    -- The earlier pledge that a new one continues.
    continues          varchar(16) references pledge (reference),
    -- The edition for which a withdrawn pledge counted: it can be revived until the report of that one is frozen. No foreign
    -- key, because a late pledge counts for an edition that need not be planned yet. What is withdrawn while it waits
    -- counts for no edition yet.
    withdrawn_from     integer,
    -- The newest revision when the pledge was last revived: what partners said of it and of those before counts no more.
    revived_after      integer                  not null default 0,
    -- A coordinator may have a review made again after the outcome: how often, what it had come to, and whether the
    -- government was changing it then, so that what was typed by then waits in the working copy.
    times_sent_back    integer                  not null default 0,
    sent_back_from     varchar(32),
    changes_kept       boolean                  not null default false,
    -- Since when an accepted pledge waits for the next edition; null unless it does.
    waiting_since      timestamp with time zone,
    constraint pledge_call_answered check (call_year is null or first_submitted_at is not null),
    constraint pledge_revisions_since_submitted check ((latest_revision = 0) = (first_submitted_at is null)),
    constraint pledge_withdrawn_from check (withdrawn_from is null or state = 'WITHDRAWN')
);

create index pledge_government on pledge (government_id, changed_at desc);
create index pledge_call on pledge (call_year, state);
-- Each public page asks which pledges go on with the one that it shows.
create index pledge_continues on pledge (continues) where continues is not null;
-- Open drafts are counted by who began them, before another may be begun.
create index pledge_drafts_of_person on pledge (created_by, created_at) where state = 'DRAFT';
create index pledge_waiting on pledge (waiting_since) where waiting_since is not null;

create table pledge_revision (
    reference        varchar(16)              not null references pledge (reference),
    number           integer                  not null check (number > 0),
    -- The exact bytes that the receipt's hash is of: canonical JSON, RFC 8785.
    content          bytea                    not null,
    sha256           char(64)                 not null,
    submitted_at     timestamp with time zone not null,
    submitted_by     uuid                     not null,
    -- As the receipt said them at that moment.
    member_zone      varchar(64)              not null,
    timeliness       varchar(16)              not null,
    counts_for       integer                  not null,
    -- Whether the edition was known for which the receipt says that the pledge counts; else counts_for is the year in which
    -- the next edition was expected then.
    counts_for_known boolean                  not null default true,
    primary key (reference, number)
);

-- Every save of a draft, so that what one member overwrote of another's can be had again.
create table draft_save (
    reference varchar(16)              not null references pledge (reference),
    version   bigint                   not null,
    id        bigint generated always as identity primary key,
    answers   jsonb                    not null,
    saved_at  timestamp with time zone not null,
    saved_by  uuid                     not null,
    -- False for what could not be saved because a colleague had changed the same answers meanwhile.
    kept      boolean                  not null,
    -- The open page from which a save came: what it saved itself a moment ago is not a colleague's change.
    page      uuid
);

create index draft_save_version on draft_save (reference, version);

-- Who works on which part of a draft, and when they were last seen at it.
create table draft_presence (
    reference varchar(16)              not null references pledge (reference),
    account   uuid                     not null,
    part      varchar(64)              not null,
    seen_at   timestamp with time zone not null,
    primary key (reference, account)
);

-- A file that a member attached to a pledge. It never changes, and goes when nothing refers to it any more.
create table attachment (
    id          uuid                     primary key,
    reference   varchar(16)              not null references pledge (reference),
    name        varchar(255)             not null,
    -- What its content showed it to be, not what it was called.
    type        varchar(127)             not null,
    size        bigint                   not null check (size > 0),
    sha256      char(64)                 not null,
    attached_at timestamp with time zone not null,
    attached_by uuid                     not null,
    unique (reference, id)
);

-- The content in pieces, so that nobody who writes or reads a file holds all of it.
create table attachment_chunk (
    -- Deferred: the hash stands in the other row and is known when the last piece is written.
    attachment uuid    not null references attachment (id) on delete cascade deferrable initially deferred,
    number     integer not null,
    content    bytea   not null,
    primary key (attachment, number)
);

-- All the types that are taken are compressed in themselves.
alter table attachment_chunk alter column content set storage external;

-- Which revisions a file was submitted with; while there is one, it cannot be deleted.
create table revision_attachment (
    reference  varchar(16) not null,
    number     integer     not null,
    attachment uuid        not null,
    primary key (reference, number, attachment),
    foreign key (reference, number) references pledge_revision (reference, number),
    foreign key (reference, attachment) references attachment (reference, id)
);

create index revision_attachment_file on revision_attachment (attachment);

-- For "is this an update of …?", and for what is proposed as similar.
create extension if not exists pg_trgm;

-- What was last submitted of each pledge, in words that can be compared: read by every page of a review, and so indexed.
create table submitted_words (
    reference     varchar(16) primary key references pledge (reference),
    government_id uuid        not null references government (id),
    title         text        not null,
    -- Without accents and capitals.
    plain_title   text        not null,
    words         tsvector    not null,
    -- Of what was answered, what the row was made of. Where the form has it for others than before, the row is made anew.
    shows         text        not null default ''
);

create index submitted_words_government on submitted_words (government_id, reference);
create index submitted_words_title on submitted_words using gin (plain_title gin_trgm_ops);
create index submitted_words_words on submitted_words using gin (words);

-- For other modules to join by: what a pledge is and since when, nothing of what it says. See docs/promises.md.
create view pledge_standing as
    select reference, government_id, state, call_year, first_submitted_at, changed_at from pledge;
