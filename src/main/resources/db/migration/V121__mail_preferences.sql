-- How much of the desk's mail a person wants, and at which hour of their own day the digest comes.
alter table account add column mails varchar(16) not null default 'EVERYTHING'
    check (mails in ('EVERYTHING', 'DIGEST', 'WHAT_NEEDS_ME'));
alter table account add column digest_hour integer not null default 7 check (digest_hour between 0 and 23);
