-- Searches that reviewers named, to come back to them; a shared one is offered to the team of a partner.
create table saved_search (
    id          uuid         primary key,
    owner       uuid         not null references account (id),
    name        varchar(60)  not null,
    tab         varchar(16)  not null,
    typed       varchar(300) not null,
    sorted_by   varchar(16)  not null,
    shared_with varchar(12),
    unique (owner, name)
);

create index saved_search_shared on saved_search (shared_with) where shared_with is not null;
