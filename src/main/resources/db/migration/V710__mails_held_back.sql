-- What becomes of a mail, as the person chose. Only what is OUTGOING is delivered by itself; what is HELD is sent in a
-- digest and then DIGESTED; what is DROPPED was not wanted, and stays for the log and for its key.
alter table mail add column state varchar(16) not null default 'OUTGOING'
    check (state in ('OUTGOING', 'HELD', 'DIGESTED', 'DROPPED'));
alter table mail alter column state drop default;
alter table mail add column account uuid references account (id);
-- The letter without greeting and signature, for the digest to quote.
alter table mail add column gist text;
-- The mail that brings a held one; set when that mail is written, so that no other ever brings it, too.
alter table mail add column digest uuid references mail (id);
alter table mail add constraint mail_held_whole
    check (state not in ('HELD', 'DIGESTED') or (account is not null and gist is not null));
alter table mail add constraint mail_digested_by check (state <> 'DIGESTED' or digest is not null);

create index mail_held on mail (account, created_at) where state = 'HELD';
create index mail_of_digest on mail (digest) where digest is not null;
