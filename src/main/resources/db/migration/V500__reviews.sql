create table review (
    id             uuid                     primary key,
    reference      varchar(16)              not null references pledge (reference),
    revision       integer                  not null,
    partner        varchar(12)              not null,
    state          varchar(16)              not null,
    opened_at      timestamp with time zone not null,
    due_at         timestamp with time zone not null,
    taken_by       uuid,
    taken_at       timestamp with time zone,
    answers        jsonb                    not null,
    recommendation varchar(16),
    completed_by   uuid,
    completed_at   timestamp with time zone,
    version        bigint                   not null,
    unique (reference, revision, partner),
    foreign key (reference, revision) references pledge_revision (reference, number),
    check ((state = 'COMPLETED') = (completed_at is not null)),
    check ((state = 'COMPLETED') = (recommendation is not null))
);

-- The worklist: a partner's open reviews, oldest due first.
create index review_worklist on review (partner, due_at, reference) where state = 'OPEN';
