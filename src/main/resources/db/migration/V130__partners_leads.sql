-- Who answers for all reviews of the partner for which they review.
alter table account add column lead boolean not null default false;
alter table account add constraint account_lead_reviews check (not lead or partner is not null);
