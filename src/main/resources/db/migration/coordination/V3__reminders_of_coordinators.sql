-- Of which pledges coordinators reminded whom last: nobody is reminded of the same one twice within 24 hours. One row for
-- each pledge and person, however often they are reminded.
create table coordination_reminder (
    reference varchar(16)              not null references pledge (reference) on delete cascade,
    account   uuid                     not null references account (id),
    at        timestamp with time zone not null,
    primary key (reference, account)
);
