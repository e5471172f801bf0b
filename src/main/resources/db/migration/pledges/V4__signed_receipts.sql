-- By which keys receipts were signed, now and ever: the public parts, by which everybody checks them. None is deleted, so
-- that a receipt of years ago is still known. The private part of the present one is a setting and nowhere here.
create table signing_key (
    id    char(16)                 primary key,
    -- As a JSON Web Key has it.
    x     varchar(43)              not null unique,
    since timestamp with time zone not null,
    -- When another took its place; nothing while it signs.
    until timestamp with time zone
);

-- A receipt as it was signed when its version was submitted. Of versions from before there were keys it is made when
-- somebody first asks for it.
create table signed_receipt (
    reference   varchar(16)              not null,
    number      integer                  not null,
    signing_key char(16)                 not null references signing_key (id),
    -- Header, content and signature: a compact JWS, RFC 7515.
    signed      text                     not null,
    signed_at   timestamp with time zone not null,
    primary key (reference, number),
    foreign key (reference, number) references pledge_revision (reference, number)
);
