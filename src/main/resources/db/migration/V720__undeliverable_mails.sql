-- What no server will ever take is not tried again, and stays in the log with the reason.
alter table mail drop constraint mail_state_check;
alter table mail add constraint mail_state_check
    check (state in ('OUTGOING', 'HELD', 'DIGESTED', 'DROPPED', 'UNDELIVERABLE'));
