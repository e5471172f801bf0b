-- When the contents of the report are to be confirmed, where a coordinator has said so.
alter table edition add column contents_planned date;

-- Days on which no reviewer works, beside the weekends.
create table edition_day_off (
    edition_year integer not null references edition (year),
    day          date    not null,
    primary key (edition_year, day)
);
