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
