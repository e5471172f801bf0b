-- What a review said before it was opened again; only ever added to.
create table review_judgement (
    id             bigint generated always as identity primary key,
    review         uuid                     not null references review (id),
    answers        jsonb                    not null,
    recommendation varchar(16)              not null,
    completed_by   uuid                     not null,
    completed_at   timestamp with time zone not null,
    reopened_by    uuid                     not null,
    reopened_at    timestamp with time zone not null,
    reason         text                     not null
);

create index review_judgement_review on review_judgement (review);
