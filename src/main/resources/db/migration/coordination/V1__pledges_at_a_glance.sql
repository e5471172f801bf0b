-- What coordinators list and count of each submitted pledge, beside the modules whose it is: a row for the edition for which
-- it counts, and one for the edition whose call it answered, where that is another. It is made anew whenever the trail
-- gets an entry about the pledge, and can be thrown away: see docs/decisions/0067-figures-and-the-lists-behind-them.md.
create table coordination_pledge (
    -- 0 for the next edition, as long as nobody has opened or planned it.
    edition            integer                  not null,
    reference          varchar(16)              not null references pledge (reference) on delete cascade,
    -- Its state; CARRIED_OVER in the edition whose call it answered and for which it does not count.
    step               varchar(24)              not null,
    state              varchar(24)              not null,
    timeliness         varchar(16)              not null,
    counts_for         integer                  not null,
    government_id      uuid                     not null references government (id),
    government         text                     not null,
    government_order   text                     not null,
    country            varchar(2)               not null,
    section            varchar(16)              not null,
    title              text                     not null,
    title_order        text                     not null,
    language           varchar(8)               not null,
    first_submitted_at timestamp with time zone not null,
    -- The same as a day of the deadlines' own zone, anywhere on Earth.
    submitted_on       date                     not null,
    changed_at         timestamp with time zone not null,
    -- For whom it waits, and since when; null where nobody has to do anything.
    waits_for          varchar(16),
    waiting_since      timestamp with time zone,
    -- When the first of the reviews is due for which it waits.
    due_at             timestamp with time zone,
    mail_failed        boolean                  not null,
    search             tsvector                 not null,
    -- The day on which the row was written last, in the deadlines' own zone: changes are counted on it.
    kept_on            date                     not null,
    primary key (edition, reference)
);

-- Each order of the list, and what is found by a value.
create index coordination_by_submission on coordination_pledge (edition, first_submitted_at, reference);
create index coordination_by_change on coordination_pledge (edition, changed_at, reference);
create index coordination_by_waiting on coordination_pledge (edition, waiting_since, reference);
create index coordination_by_due on coordination_pledge (edition, due_at, reference);
create index coordination_by_government on coordination_pledge (edition, government_order, reference);
create index coordination_by_title on coordination_pledge (edition, title_order, reference);
create index coordination_by_step on coordination_pledge (edition, step, reference);
create index coordination_by_day on coordination_pledge (edition, submitted_on, reference);
create index coordination_by_reference on coordination_pledge (reference);
create index coordination_of_government on coordination_pledge (government_id);
-- For whom pledges wait, in all editions together.
create index coordination_waits on coordination_pledge (step, waiting_since, reference)
    where step in ('DISAGREEMENT', 'CHANGES_REQUESTED');
create index coordination_mail_failed on coordination_pledge (edition, reference) where mail_failed;
create index coordination_search on coordination_pledge using gin (search) with (fastupdate = off);

-- The newest review of each partner that still counts, of those pledges.
create table coordination_review (
    reference      varchar(16)              not null references pledge (reference) on delete cascade,
    partner        varchar(12)              not null,
    -- For which the pledge counts.
    edition        integer                  not null,
    state          varchar(16)              not null,
    recommendation varchar(16),
    reviewer       uuid,
    opened_at      timestamp with time zone not null,
    due_at         timestamp with time zone not null,
    completed_at   timestamp with time zone,
    kept_on        date                     not null,
    primary key (reference, partner)
);

create index coordination_review_due on coordination_review (edition, partner, due_at, reference) where state = 'OPEN';
create index coordination_review_late on coordination_review (partner, due_at, reference) where state = 'OPEN';
create index coordination_review_reviewer on coordination_review (reviewer, reference);

-- Drafts that were never submitted: whose they are, never what they say.
create table coordination_draft (
    reference        varchar(16)              primary key references pledge (reference) on delete cascade,
    government_id    uuid                     not null references government (id),
    government       text                     not null,
    government_order text                     not null,
    country          varchar(2)               not null,
    section          varchar(16)              not null,
    begun_at         timestamp with time zone not null,
    kept_on          date                     not null
);

create index coordination_draft_begun on coordination_draft (begun_at, reference);
create index coordination_draft_by_government on coordination_draft (government_order, reference);
create index coordination_draft_of_government on coordination_draft (government_id);

-- How many there are of each kind, kept by the triggers below: a count is the sum of all changes. Only ever added to, so that
-- two who change different pledges never wait for each other; what belongs to the same day is put together now and then.
create table coordination_count (
    edition integer      not null,
    what    varchar(12)  not null,
    key     varchar(80)  not null,
    -- On which the number changed, so that it is known how many there were then.
    day     date         not null,
    number  integer      not null
);

create index coordination_count_of_edition on coordination_count (edition, what, key);

create function coordination_count_step(line coordination_pledge, change integer, day date) returns void language sql as $$
    insert into coordination_count values (line.edition, 'step', line.step, day, change);
    insert into coordination_count select line.edition, 'government', line.section || ':' || line.government_id,
        '2000-01-01', change where line.step not in ('WITHDRAWN', 'DECLINED');
$$;

create function coordination_count_submission(line coordination_pledge, change integer) returns void language sql as $$
    insert into coordination_count values (line.edition, 'day', line.submitted_on::text, line.submitted_on, change),
        (line.edition, 'section', line.section, line.submitted_on, change);
$$;

create function coordination_count_pledge() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform coordination_count_step(new, 1, new.kept_on), coordination_count_submission(new, 1);
    elsif tg_op = 'DELETE' then
        perform coordination_count_step(old, -1, old.kept_on), coordination_count_submission(old, -1);
    else
        if (old.step, old.section, old.government_id) is distinct from (new.step, new.section, new.government_id) then
            perform coordination_count_step(old, -1, new.kept_on), coordination_count_step(new, 1, new.kept_on);
        end if;
        if (old.submitted_on, old.section) is distinct from (new.submitted_on, new.section) then
            perform coordination_count_submission(old, -1), coordination_count_submission(new, 1);
        end if;
    end if;
    return null;
end
$$;

create function coordination_count_review(line coordination_review, change integer, day date) returns void language sql as $$
    insert into coordination_count select line.edition, 'load', line.partner || ':' || coalesce(line.reviewer::text, ''),
        day, change where line.state = 'OPEN';
    insert into coordination_count select line.edition, 'days',
        line.partner || ':' || greatest(0, extract(epoch from line.completed_at - line.opened_at)::bigint / 86400),
        line.completed_at::date, change where line.state = 'COMPLETED';
$$;

create function coordination_count_reviews() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        perform coordination_count_review(new, 1, new.kept_on);
    elsif tg_op = 'DELETE' then
        perform coordination_count_review(old, -1, old.kept_on);
    elsif (old.edition, old.state, old.reviewer, old.opened_at, old.completed_at)
            is distinct from (new.edition, new.state, new.reviewer, new.opened_at, new.completed_at) then
        perform coordination_count_review(old, -1, new.kept_on), coordination_count_review(new, 1, new.kept_on);
    end if;
    return null;
end
$$;

create function coordination_count_drafts() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into coordination_count values (0, 'draft', '', new.kept_on, 1);
    else
        insert into coordination_count values (0, 'draft', '', old.kept_on, -1);
    end if;
    return null;
end
$$;

create trigger coordination_pledge_counted after insert or update or delete on coordination_pledge
    for each row execute function coordination_count_pledge();
create trigger coordination_review_counted after insert or update or delete on coordination_review
    for each row execute function coordination_count_reviews();
create trigger coordination_draft_counted after insert or delete on coordination_draft
    for each row execute function coordination_count_drafts();

-- By which program all rows were written, and what of the answers it showed: where that is another one now, they are made
-- anew before the first page is served.
create table coordination_projection (
    one     boolean primary key default true check (one),
    written text    not null,
    -- From which day on it is known how many there were of each kind on a day.
    since   date    not null
);
