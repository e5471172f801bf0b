-- By what an edition's pledges are judged. A version is only ever added: a review is read by the one it was made with.
-- No reference to edition: the first review may be opened before its edition is planned.
create table edition_criterion (
    edition_year integer                  not null,
    version      integer                  not null check (version > 0),
    criterion    varchar(32)              not null,
    weight       integer                  not null check (weight between 1 and 5),
    chosen_at    timestamp with time zone not null,
    primary key (edition_year, version, criterion)
);
