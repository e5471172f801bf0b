-- As whom somebody gets a mail that is held back, in words such as partner:MMC: when the digest is written, who is that no
-- longer does not get it.
alter table mail add column capacity varchar(200);

-- Of mails that are held already: as whom they get them now.
update mail set capacity = case
    when kind in ('RECEIPT', 'CHANGES_REQUESTED', 'CHANGES_REMINDER', 'REVIVED', 'ACCEPTED', 'DECLINED', 'CARRIED_OVER',
        'RETURNED', 'INCLUDED', 'REVIEWED_AGAIN', 'DEADLINE_REMINDER') then
        (select 'government:' || government from membership where membership.account = mail.account
            and membership.state = 'ACTIVE')
    when kind = 'DECISION_WAITING' then
        (select 'coordinator:desk' from account where account.id = mail.account and coordinator)
    else (select 'partner:' || partner from account where account.id = mail.account)
    end
where state = 'HELD';
