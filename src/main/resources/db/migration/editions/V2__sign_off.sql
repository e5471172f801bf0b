-- Whether what is submitted to the call has to be approved by a head of government.
alter table edition add column sign_off_rule varchar(12) not null default 'OFF'
    check (sign_off_rule in ('OFF', 'RECOMMENDED', 'REQUIRED'));
