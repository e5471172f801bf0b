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
    -- Null until the first submission; then they never change, whatever the review brings.
    call_year          integer                  references edition (year),
    first_submitted_at timestamp with time zone,
    latest_revision    integer                  not null,
    decision_note      text                     not null,
    version            bigint                   not null,
    check ((call_year is null) = (first_submitted_at is null)),
    check ((latest_revision = 0) = (first_submitted_at is null))
);

create index pledge_government on pledge (government_id, changed_at desc);
create index pledge_call on pledge (call_year, state);

create table pledge_revision (
    reference     varchar(16)              not null references pledge (reference),
    number        integer                  not null check (number > 0),
    -- The exact bytes that the receipt's hash is of: canonical JSON, RFC 8785.
    content       bytea                    not null,
    sha256        char(64)                 not null,
    submitted_at  timestamp with time zone not null,
    submitted_by  uuid                     not null,
    -- As the receipt said them at that moment.
    member_zone   varchar(64)              not null,
    timeliness    varchar(16)              not null,
    counts_for    integer                  not null,
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
    kept      boolean                  not null
);

create index draft_save_version on draft_save (reference, version);
