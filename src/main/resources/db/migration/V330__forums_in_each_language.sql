-- The name in English stays where it was; where another language has none, readers get that one.
alter table edition add column forum_es varchar(200) not null default '';
alter table edition add column forum_fr varchar(200) not null default '';

update edition set forum_es = known.es, forum_fr = known.fr
from (values
    ('International Migration Review Forum', 'Foro de Examen de la Migración Internacional', 'Forum d’examen des migrations internationales'),
    ('Global Refugee Forum', 'Foro Mundial sobre los Refugiados', 'Forum mondial sur les réfugiés'),
    ('Global Forum on Migration and Development', 'Foro Mundial sobre Migración y Desarrollo', 'Forum mondial sur la migration et le développement')
) as known (en, es, fr)
where edition.forum = known.en;
