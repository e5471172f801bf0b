-- What mails say in words of the coordinators' own, version by version: the newest of a template and a language is in
-- force. A version whose texts are empty puts the standard text back.
create table mail_wording (
    -- The code of a kind of mail, or shared.
    template  varchar(40)              not null,
    language  varchar(2)               not null check (language in ('en', 'es', 'fr')),
    version   integer                  not null check (version > 0),
    -- By the name of each piece that is not the standard text.
    texts     jsonb                    not null,
    -- What the standard text of these was then, so that who reads it sees whether a release changed it since.
    standards jsonb                    not null,
    account   uuid                     not null references account (id),
    made_at   timestamp with time zone not null,
    reason    varchar(1000)            not null,
    primary key (template, language, version)
);
