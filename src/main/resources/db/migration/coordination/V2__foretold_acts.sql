-- What a page said before an act of a coordinator, kept to be compared with what then happened. Codes, references,
-- instants and numbers only: the act's reason stands on the trail.
create table foretold_act (
    id           uuid primary key,
    edition_year integer                  not null references edition (year),
    act          varchar(32)              not null,
    done_at      timestamp with time zone not null,
    forecast     jsonb                    not null
);

create index foretold_act_of_edition on foretold_act (edition_year, done_at desc);
create index foretold_act_in_time on foretold_act (done_at);
