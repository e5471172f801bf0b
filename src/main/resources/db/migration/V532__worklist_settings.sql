-- How a person wants their worklist; who has no row has it as it is at first.
create table worklist_settings (
    account   uuid    primary key references account (id),
    columns   text[]  not null,
    shortcuts boolean not null
);
