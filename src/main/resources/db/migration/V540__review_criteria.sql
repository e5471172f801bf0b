-- The version of the criteria under which a review was opened, and by which it is read.
alter table review add column criteria_edition integer, add column criteria_version integer;

-- Reviews of before were made with eight of the criteria, two of which were one question.
update review set criteria_edition = pledge.call_year, criteria_version = 1
from pledge where pledge.reference = review.reference;

insert into edition_criterion (edition_year, version, criterion, weight, chosen_at)
select edition, 1, criterion, 1, opened
from (select criteria_edition as edition, min(opened_at) as opened from review group by criteria_edition) as judged
cross join unnest(array['ELIGIBLE', 'CONCRETE', 'MEASURABLE', 'TIME_BOUND', 'RESOURCED', 'RIGHTS_BASED',
    'GENDER_RESPONSIVE', 'NO_PERSONAL_DATA']) as criterion
on conflict do nothing;

update review
set answers = answers - 'meetsConditions'
    || jsonb_build_object('eligible', answers -> 'meetsConditions', 'genderResponsive', answers -> 'rightsBased')
where jsonb_exists(answers, 'meetsConditions');

alter table review alter column criteria_edition set not null, alter column criteria_version set not null;
