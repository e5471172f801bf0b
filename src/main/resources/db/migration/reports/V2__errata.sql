-- Why readers do not find a pledge that stood in public: its government withdrew its consent, or the coordinators took it
-- down. A frozen report keeps its entry and its hash; what readers see in its place is made of this. A row is added by
-- each act and closed by the one that undoes it, and none is deleted. What is said in it is the same in every language:
-- why somebody did it stands on the trail.
create table erratum (
    id           bigint                   generated always as identity primary key,
    reference    varchar(16)              not null,
    -- In whose report the pledge stands, or stood when it was taken out.
    edition_year integer                  not null references edition (year),
    kind         varchar(32)              not null,
    taken_out_at timestamp with time zone not null,
    put_back_at  timestamp with time zone,
    check (put_back_at >= taken_out_at)
);

-- A government and the coordinators may each have taken it out, and each puts back what they took.
create unique index erratum_open on erratum (reference, (kind = 'CONSENT_WITHDRAWN')) where put_back_at is null;
create index erratum_edition on erratum (edition_year, id desc);
