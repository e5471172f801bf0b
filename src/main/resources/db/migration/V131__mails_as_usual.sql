-- Null while a person has chosen nothing: then what is usual for their role counts. EVERYTHING was what came unasked.
alter table account alter column mails drop not null;
alter table account alter column mails drop default;
update account set mails = null where mails = 'EVERYTHING';
