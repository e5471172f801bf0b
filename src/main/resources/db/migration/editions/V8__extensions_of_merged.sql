-- Looked up where a government is merged into another, and its extensions with it.
create index extension_of_government on extension (government) where government is not null;
