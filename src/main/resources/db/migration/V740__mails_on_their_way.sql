-- Mails are taken from here by whoever sends them, and no process of the engine stands for one any more.
-- FAILED: given up, or refused for good for what may be put right here; somebody has to look. GATHERED: waits some minutes
-- for others that are due at the same time, so that they are told together.
alter table mail drop constraint mail_state_check;
alter table mail add constraint mail_state_check
    check (state in ('OUTGOING', 'GATHERED', 'HELD', 'DIGESTED', 'DROPPED', 'UNDELIVERABLE', 'FAILED'));
alter table mail drop constraint mail_held_whole;
alter table mail add constraint mail_held_whole
    check (state not in ('GATHERED', 'HELD', 'DIGESTED') or (account is not null and gist is not null));

-- When it is to be sent, or gathered; null where nothing is to be done with it.
alter table mail add column next_attempt_at timestamp with time zone;
-- Until then it is in the hands of one who sends it; who died with it held it no longer than that.
alter table mail add column leased_until timestamp with time zone;
create index mail_due on mail (next_attempt_at, id) where next_attempt_at is not null;
create index mail_gathered on mail (account) where state = 'GATHERED';
create index mail_failed on mail (created_at) where state = 'FAILED';

-- What is under way now goes on, and is asked for what its reader is like any other from here on.
update mail set next_attempt_at = created_at, capacity = (
    select string_agg(word, ' ') from (
        select 'government:' || government as word from membership
            where membership.account = mail.account and membership.state = 'ACTIVE'
        union all select 'partner:' || partner from account where account.id = mail.account and partner is not null
        union all select 'lead:' || partner from account where account.id = mail.account and lead
        union all select 'coordinator:desk' from account where account.id = mail.account and coordinator
    ) as words)
where state = 'OUTGOING' and sent_at is null;
