-- Every mail of the processes: what is to be sent, what was sent, and what could not be sent yet. Never holds sign-in
-- links, which are secrets. Mails are taken from here by whoever sends them.
create table mail (
    id              uuid                     primary key,
    -- Says which mail it is; the promise that the same event told twice leaves one.
    key             varchar(200)             not null unique,
    kind            varchar(32)              not null,
    -- A pledge's reference or an edition's year.
    about           varchar(64)              not null,
    -- A line break here would let what somebody typed add headers of its own.
    recipient       varchar(254)             not null check (recipient !~ '[[:cntrl:]]'),
    language        varchar(2)               not null check (language in ('en', 'es', 'fr')),
    subject         varchar(200)             not null check (subject !~ '[[:cntrl:]]'),
    body            text                     not null,
    -- Made once, so that a mail that reaches a mailbox twice is recognised there, wherever the desk has moved meanwhile.
    message_id      varchar(320)             not null,
    created_at      timestamp with time zone not null,
    attempts        integer                  not null,
    last_error      varchar(500),
    sent_at         timestamp with time zone,
    -- What becomes of it, as the person chose. Only what is OUTGOING is delivered by itself; what is HELD is sent in a
    -- digest and then DIGESTED; what is DROPPED was not wanted, and stays for the log and for its key. GATHERED: waits some
    -- minutes for others that are due at the same time, so that they are told together. UNDELIVERABLE: no server will ever
    -- take it. FAILED: given up, or refused for good for what may be put right here; somebody has to look.
    state           varchar(16)              not null
        check (state in ('OUTGOING', 'GATHERED', 'HELD', 'DIGESTED', 'DROPPED', 'UNDELIVERABLE', 'FAILED')),
    account         uuid references account (id),
    -- The mail without greeting and signature, for the digest to quote.
    gist            text,
    -- The mail that brings a held one; set when that mail is written, so that no other ever brings it, too.
    digest          uuid references mail (id),
    -- As whom somebody gets it, in words such as partner:MMC: when it is sent, who is that no longer does not get it.
    capacity        varchar(200),
    -- When it is to be sent, or gathered; null where nothing is to be done with it.
    next_attempt_at timestamp with time zone,
    -- Until then it is in the hands of one who sends it; who died with it held it no longer than that.
    leased_until    timestamp with time zone,
    constraint mail_held_whole
        check (state not in ('GATHERED', 'HELD', 'DIGESTED') or (account is not null and gist is not null)),
    constraint mail_digested_by check (state <> 'DIGESTED' or digest is not null)
);

create index mail_about on mail (about, created_at);
create index mail_newest on mail (created_at desc, id);
create index mail_stuck on mail (created_at) where sent_at is null and attempts > 0;
create index mail_held on mail (account, created_at) where state = 'HELD';
create index mail_of_digest on mail (digest) where digest is not null;
create index mail_due on mail (next_attempt_at, id) where next_attempt_at is not null;
create index mail_gathered on mail (account) where state = 'GATHERED';
create index mail_failed on mail (created_at) where state = 'FAILED';
