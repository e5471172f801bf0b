-- By which secret address a reviewer's calendar reads their due dates; the address itself is not kept. One for each person.
create table calendar_link (
    account      uuid                     primary key references account (id),
    token_sha256 varchar(64)              not null unique,
    made_at      timestamp with time zone not null
);
