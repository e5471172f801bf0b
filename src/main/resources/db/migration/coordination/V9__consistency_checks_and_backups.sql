-- When a backup was finished, said by whoever takes it: psql --command "select backup_done()" after pg_dump. The desk
-- itself can see no backup.
create table backup_seen (
    id      bigint generated always as identity primary key,
    done_at timestamp with time zone not null default now()
);

create function backup_done() returns text language sql as $$
    delete from backup_seen where id < (select max(id) from backup_seen) - 100;
    insert into backup_seen default values returning 'Noted: a backup was finished at ' || done_at;
$$;

-- A check that compares what belongs together. Names of pledges, ids and numbers only.
create table consistency_run (
    id       uuid                     primary key,
    -- In the order in which they began.
    number   bigint generated always as identity unique,
    began_at timestamp with time zone not null,
    began_by uuid                     not null,
    -- Where it was last heard of; one that has said nothing for minutes died with its node.
    seen_at  timestamp with time zone not null,
    ended_at timestamp with time zone,
    broken   boolean                  not null default false,
    -- How many of each kind were found.
    counts   jsonb                    not null default '{}',
    findings jsonb                    not null default '[]'
);

-- One at a time.
create unique index consistency_run_under_way on consistency_run ((true)) where ended_at is null;
