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
