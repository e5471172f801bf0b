-- The reason of an extension is erased with that of the entry by which it was granted, and is empty then:
-- docs/decisions/0082-more-time-for-a-thousand.md.
alter table extension drop constraint extension_reason_check;

with gone as (
    select named.entry::bigint as entry
    from trail_entry act
    cross join lateral jsonb_array_elements_text(act.facts -> 'entries') as named (entry)
    where act.kind = 'personal.erased')
update extension set reason = '' where id in (
    select (granted.facts ->> 'extension')::uuid
    from trail_entry granted
    left join trail_entry act on act.id = (granted.facts ->> 'act')::bigint
    where granted.kind = 'edition.extension-granted' and (granted.id in (select entry from gone)
        or act.id in (select entry from gone)));
