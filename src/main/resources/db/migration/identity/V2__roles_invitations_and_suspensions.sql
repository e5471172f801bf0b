-- A role is a row: whose, which, for which partner, since when and by whose act. What was a column of the account is one
-- now; since when and by whom, the trail knows, and for what is not on it the account's beginning stands.
create table account_role (
    account    uuid                     not null references account (id) on delete cascade,
    role       varchar(12)              not null check (role in ('REVIEWER', 'LEAD', 'COORDINATOR', 'AUDITOR')),
    partner    varchar(12),
    since      timestamp with time zone not null,
    -- An account's id, as on the trail: whoever did it may be gone. Null where the desk itself did, or where nobody knows.
    granted_by uuid,
    -- Who leads reviews, for the same partner.
    leads_as   varchar(12) generated always as (case when role = 'LEAD' then 'REVIEWER' end) stored,
    primary key (account, role),
    constraint account_role_of_partner check ((partner is not null) = (role in ('REVIEWER', 'LEAD'))),
    constraint account_role_whole unique (account, role, partner),
    constraint account_role_lead_reviews foreign key (account, leads_as, partner)
        references account_role (account, role, partner) deferrable initially deferred
);

create index account_role_found on account_role (role, partner, account);

insert into account_role (account, role, partner, since, granted_by)
select account.id, had.role, had.partner, coalesce(granted.at, account.created_at), granted.who
from account
cross join lateral (values
    ('REVIEWER', account.partner, account.partner is not null, 'role.reviewer-granted'),
    ('LEAD', account.partner, account.lead, 'role.lead-granted'),
    ('COORDINATOR', null, account.coordinator, 'role.coordinator-granted')) as had (role, partner, present, kind)
left join lateral (
    select entry.at, entry.who from trail_entry entry
    where entry.about = account.id::text and entry.kind = had.kind order by entry.at desc, entry.id desc limit 1) granted on true
where had.present;

alter table account
    drop constraint account_lead_reviews,
    drop column partner,
    drop column lead,
    drop column coordinator,
    add column suspended_at timestamp with time zone,
    add column suspended_by uuid,
    add constraint account_suspended_whole check (suspended_at is not null or suspended_by is null);

create index account_suspended on account (id) where suspended_at is not null;

-- Who was given a role before they ever came. It stays when they have come: then it is not shown any more.
create table account_invitation (
    account    uuid primary key references account (id) on delete cascade,
    invited_by uuid                     not null,
    invited_at timestamp with time zone not null,
    times      integer                  not null check (times > 0)
);
