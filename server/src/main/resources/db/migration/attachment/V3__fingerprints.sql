-- What a picture looks like, in 64 bits: alike pictures differ in few of them. Null for files from before, and for
-- files that are no pictures.
alter table attachment.file add column fingerprint bigint;

create function attachment.distance(one bigint, other bigint) returns int language sql immutable strict parallel safe as $$
    select bit_count((one # other)::bit(64))::int
$$;
