-- The organisations that review or once did. A code is never used for another one: it stands in editions, reviews, accounts and
-- the trail, and is the candidate group in the engine. So a row is never deleted either.
create table partner (
    code      varchar(12)  primary key check (code ~ '^[A-Z]{2,12}$'),
    name_en   varchar(150) not null check (name_en <> ''),
    name_es   varchar(150) not null check (name_es <> ''),
    name_fr   varchar(150) not null check (name_fr <> ''),
    -- Empty where it goes by its full name alone.
    short_en  varchar(30)  not null,
    short_es  varchar(30)  not null,
    short_fr  varchar(30)  not null,
    -- In which order they are named.
    place     integer      not null generated always as identity,
    -- Since when it is not offered for new editions.
    closed_at timestamp with time zone
);

-- Until now they stood in a file of the program.
insert into partner (code, short_en, short_es, short_fr, name_en, name_es, name_fr) values
    ('UCLG', 'UCLG', 'CGLU', 'CGLU', 'United Cities and Local Governments', 'Ciudades y Gobiernos Locales Unidos',
     'Cités et Gouvernements Locaux Unis'),
    ('MMC', 'MMC', 'MMC', 'MMC', 'Mayors Migration Council', 'Consejo de Alcaldes sobre Migración',
     'Conseil des maires pour les migrations'),
    ('IOM', 'IOM', 'OIM', 'OIM', 'International Organization for Migration', 'Organización Internacional para las Migraciones',
     'Organisation internationale pour les migrations');

-- A desk whose file named others keeps them, and its coordinators name them.
insert into partner (code, name_en, name_es, name_fr, short_en, short_es, short_fr)
select distinct partner, partner, partner, partner, '', '', ''
from (select partner from edition_partner union select partner from edition_partner_change) as used
where partner not in (select code from partner) order by 1;

alter table edition_partner add constraint edition_partner_known foreign key (partner) references partner (code);
alter table edition_partner_change add constraint edition_partner_change_known foreign key (partner) references partner (code);
