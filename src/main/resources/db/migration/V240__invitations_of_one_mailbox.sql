-- An address has one canonical form, see kernel.EmailAddress, which PostgreSQL's lower() is not.
alter table invitation drop constraint invitation_email_check;
