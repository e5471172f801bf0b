-- The checkpoint of the trail over all that was submitted until a call closed. Published, and sent to everybody who
-- submitted to it: whoever has it sees whether anything was added, dropped or dated anew since. A call that is opened
-- again closes again.
create table call_seal (
    edition_year integer                  not null references edition (year),
    checkpoint   bigint                   not null,
    closed_at    timestamp with time zone not null,
    size         bigint                   not null,
    root         varchar(64)              not null,
    primary key (edition_year, checkpoint)
);

create index call_seal_size on call_seal (size);
