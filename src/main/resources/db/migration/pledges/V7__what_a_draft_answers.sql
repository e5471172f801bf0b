-- Which questions of the form something was answered to; not what. Whoever looks for drafts without objectives needs to
-- know no more than that.
create function answered_questions(answers jsonb) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(key order by key), '{}') from jsonb_each(answers)
    where value not in ('null'::jsonb, '""'::jsonb, '[]'::jsonb, '{}'::jsonb, 'false'::jsonb)
$$;

alter table pledge add column answered text[] generated always as (answered_questions(answers)) stored;

-- Of a draft alone: of what was submitted, whoever may read it reads what it says.
create or replace view pledge_standing as
    select reference, government_id, state, call_year, first_submitted_at, changed_at,
    case when state = 'DRAFT' then answered end as answered from pledge;

create index pledge_drafts on pledge (reference) where state = 'DRAFT';
