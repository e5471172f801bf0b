-- What a reviewer has typed so far. It stays that reviewer's when a colleague takes the review over, and goes when the
-- review is completed.
create table review_draft (
    review   uuid                     not null references review (id),
    author   uuid                     not null,
    answers  jsonb                    not null,
    saved_at timestamp with time zone not null,
    primary key (review, author)
);
