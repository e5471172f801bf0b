-- Who was told that a review is overdue, and when. Each step of the chain comes once for each review.
create table review_reminder (
    reference varchar(16)              not null,
    revision  integer                  not null,
    partner   varchar(12)              not null,
    step      varchar(16)              not null check (step in ('REVIEWERS', 'LEADS', 'COORDINATORS')),
    told      uuid[]                   not null,
    at        timestamp with time zone not null,
    primary key (reference, revision, partner, step),
    foreign key (reference, revision, partner) references review (reference, revision, partner)
);
