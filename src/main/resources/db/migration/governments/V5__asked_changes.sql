-- What the members of a confirmed government ask it to be called, where it is and what it is: coordinators answer.
alter table government
    add column wished_name    varchar(200),
    add column wished_type    varchar(64),
    add column wished_country varchar(2),
    add column wished_region  varchar(64),
    add column wished_by      uuid references account (id),
    add column wished_at      timestamp with time zone,
    add column wished_reason  varchar(1000),
    add constraint government_wished check ((wished_at is null) = (wished_name is null)
        and (wished_at is null) = (wished_type is null) and (wished_at is null) = (wished_country is null)
        and (wished_at is null) = (wished_region is null) and (wished_at is null) = (wished_by is null)
        and (wished_at is null) = (wished_reason is null));

create index government_wished_since on government (wished_at, id) where wished_at is not null;
