-- Whose account is suspended has nobody read on by the links that they made, see ReadingLinks.pledgesReadBy.
create index reading_link_maker on reading_link (created_by) where ended_at is null;
