-- A running desk, for as long as it says so every few seconds; its jobs are locked under this name. By the database's
-- clock, which is the same for all: machines whose clocks differ must not take each other for dead.
create table engine_node (
    lock_owner varchar(255)             primary key,
    -- Where it runs, for operators.
    host       varchar(255)             not null,
    started_at timestamp with time zone not null,
    seen_at    timestamp with time zone not null,
    -- Since when it has never been silent for long: only such a one says of others that they are gone.
    steady_since timestamp with time zone not null
);

-- Which release of the models was deployed, by programs that know of releases. An older program leaves a newer one's
-- models as they are.
create table engine_models (
    release     integer                  primary key,
    sha256      varchar(64)              not null,
    deployed_at timestamp with time zone not null
);
