-- When a signed-in person last used the desk, to within a few minutes. Null for who was only given an account.
alter table account add column last_here timestamp with time zone;
