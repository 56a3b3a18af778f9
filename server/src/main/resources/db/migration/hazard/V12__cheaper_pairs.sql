-- The same pairs as before: the words are taken apart once instead of once for each pair, and compared by their bytes.
create or replace function hazard.pairs(words text) returns text[] language sql immutable strict parallel safe as $$
    select array_agg(distinct (coalesce(c[i], '') || coalesce(c[i + 1], '')) collate "C")
    from (select string_to_array(lower(words), null) as c offset 0) as characters,
         generate_series(1, greatest(cardinality(c) - 1, 1)) as i
$$;
