-- An address by which somebody without an account reads a draft, and says what they think of it. The token itself is
-- nowhere: who reads the database reads no draft by it.
create table reading_link (
    id           uuid                     primary key,
    reference    varchar(16)              not null references pledge (reference),
    token_sha256 char(64)                 not null unique,
    created_at   timestamp with time zone not null,
    created_by   uuid                     not null,
    expires_at   timestamp with time zone not null,
    -- Revoked by a member, or by what ended the draft: then nobody is named.
    ended_at     timestamp with time zone,
    ended_by     uuid
);

create index reading_link_pledge on reading_link (reference) where ended_at is null;

-- What the head of a government said of a draft: by a reading link, or in a letter. The newest counts.
create table sign_off (
    id            uuid                     primary key,
    place         bigint generated always as identity unique,
    reference     varchar(16)              not null references pledge (reference),
    kind          varchar(16)              not null check (kind in ('APPROVED', 'CHANGES_ASKED', 'LETTER')),
    link          uuid                     references reading_link (id),
    -- The signed letter, which stays for ever.
    letter        uuid,
    signed_on     date,
    name          varchar(200)             not null,
    office        varchar(200)             not null,
    comment       text                     not null,
    -- The text as it was read, without contact details; its hash; and when it was saved, by which save.
    answers       jsonb                    not null,
    text_sha256   char(64)                 not null,
    draft_version bigint                   not null,
    saved_at      timestamp with time zone not null,
    given_at      timestamp with time zone not null,
    -- The member who recorded a letter.
    recorded_by   uuid,
    foreign key (reference, letter) references attachment (reference, id),
    constraint sign_off_by_link_or_letter check ((kind = 'LETTER') = (letter is not null) and (kind = 'LETTER') = (link is null)
        and (kind = 'LETTER') = (signed_on is not null) and (kind = 'LETTER') = (recorded_by is not null))
);

create index sign_off_pledge on sign_off (reference, place desc);

-- With which of them a version was submitted, and whether it was of exactly that text.
create table revision_sign_off (
    reference varchar(16) not null,
    number    integer     not null,
    sign_off  uuid        not null references sign_off (id),
    same_text boolean     not null,
    primary key (reference, number),
    foreign key (reference, number) references pledge_revision (reference, number)
);
