-- Of what was answered, what a row was made of. Where the form has it for others than before, the row is made anew.
-- Until now all of it was for everybody; a row of which nothing is said is one to be made anew.
alter table published_pledge add column shows text not null default
    'title,summary,language,stage,expectedImpact,partners,jointWith,mainGcmObjectives,furtherGcmObjectives,gcrObjectives';
alter table published_pledge alter column shows set default '';

-- The same for what partners are shown in their worklist, and what is proposed to them as similar.
alter table review add column shows text not null default
    'title,language,summary,mainGcmObjectives,furtherGcmObjectives,gcrObjectives';
alter table review alter column shows set default '';
alter table submitted_words add column shows text not null default 'title,summary';
alter table submitted_words alter column shows set default '';
