-- To whom of its partner an open review is offered before anybody takes it: who judged the version before.
alter table review add column offered_to uuid;

-- What a person has or is offered, in the order in which it is due.
create index review_own on review (coalesce(taken_by, offered_to), due_at, reference) where state = 'OPEN';

-- Whether a person wants the lines of their worklist close together.
alter table worklist_settings add column dense boolean not null default false;
