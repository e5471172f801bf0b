-- Running processes are moved to a newer version of their model. Each waits here for its turn: what a crash leaves waits on.
create table model_move (
    id           uuid                     primary key,
    model        varchar(64)              not null,
    from_version integer                  not null,
    to_version   integer                  not null,
    begun_at     timestamp with time zone not null,
    ended_at     timestamp with time zone,
    -- How many would move, as it was shown to whoever confirmed it.
    foretold     bigint                   not null
);

-- One at a time of each model.
create unique index model_move_running on model_move (model) where ended_at is null;
create index model_move_of_model on model_move (model, begun_at);

-- How many would stay, by the reason, as it was shown.
create table model_move_foretold (
    move      uuid        not null references model_move,
    why       varchar(30) not null,
    processes bigint      not null,
    primary key (move, why)
);

create table model_move_process (
    move         uuid         not null references model_move,
    -- The engine's id of the process.
    process      varchar(64)  not null,
    business_key varchar(255) not null,
    outcome      varchar(10)  not null default 'WAITING' check (outcome in ('WAITING', 'MOVED', 'STAYED', 'OVER')),
    -- How often it went on at the very moment at which it had its turn.
    tries        integer      not null default 0,
    why          varchar(30),
    -- The step that is the reason.
    step         varchar(255),
    step_name    varchar(255),
    primary key (move, process),
    check ((outcome = 'STAYED') = (why is not null))
);

create index model_move_process_waiting on model_move_process (move, tries) where outcome = 'WAITING';
create index model_move_process_stayed on model_move_process (move, business_key) where outcome = 'STAYED';
