-- By which audiences of the forms a mail that is held back was written: once they are others, the digest does not quote it
-- any more. Of mails that are held already nobody knows, and they are not quoted.
alter table mail add column audiences char(64);
