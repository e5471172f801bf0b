-- Whoever got a mail and would not get it any more puts no answer on a time line.
alter table received_mail drop constraint received_mail_why_check;
alter table received_mail add constraint received_mail_why_check
    check (why in ('NO_SIGN', 'UNKNOWN_SENDER', 'FORMER_READER', 'TOO_LARGE', 'UNREADABLE'));
