-- Who gave a review to its holder, and what they wrote to them; null where the holder took it themselves.
alter table review
    add column given_by uuid,
    add column given_note varchar(1000);

create extension if not exists btree_gist;

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

-- Reminders that people sent, so that pressing twice sends one mail a day.
create table review_nudge (
    review uuid                     not null references review (id),
    holder uuid                     not null references account (id),
    day    date                     not null,
    sender uuid                     not null references account (id),
    at     timestamp with time zone not null,
    primary key (review, holder, day)
);
