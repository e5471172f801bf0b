-- When a person looked at a pledge last, and when the time before. Pages that are opened one soon after the other are
-- one look: what was new when it began stays marked to its end.
create table pledge_look (
    account    uuid                     not null references account (id),
    reference  varchar(16)              not null references pledge (reference),
    looked_at  timestamp with time zone not null,
    before     timestamp with time zone,
    primary key (account, reference)
);
