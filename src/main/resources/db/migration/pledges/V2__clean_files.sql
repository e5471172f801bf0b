-- How the content of a file was kept. Until now every file was kept as it was sent, with the place and the device of a
-- photograph and the names of who wrote a document: those are handed to others as clean copies.
alter table attachment add column kept varchar(8) not null default 'AS_SENT'
    check (kept in ('AS_SENT', 'CLEANED', 'SIGNED'));

-- Whoever adds a file says how.
alter table attachment alter column kept drop default;
