-- Who may do things, for many questions at once; a question has one row for each key its area is known by. A function,
-- since planning costs three times as much as the answer: its plan is made once for each connection.
--   numbers, permissions, keys, units, whiches: the questions; which: NEAREST, OF_UNIT or AMONG
--   named_by, named: for AMONG the people of the question who are looked at, else those who are not asked
create function identity.who_may(
    numbers int[], permissions text[], keys bigint[], units uuid[], whiches text[], named_by int[], named uuid[])
returns table (nr int, person_id uuid) language plpgsql stable set plan_cache_mode = force_generic_plan as $$
begin
    return query
    with ask(nr, permission, key, unit, which) as (
        select * from unnest(numbers, permissions, keys, units, whiches)),
    mentioned(nr, person_id) as (
        select * from unnest(named_by, named)),
    holder as (
        -- A grant for a unit is closer than any range of areas.
        select ask.nr, ask.which, a.person_id,
               min(case when a.unit_id is not null then -1 else a.area_last - a.area_first end) as distance
          from ask
          join identity.role_permission held on held.permission = ask.permission
          join identity.assignment a on a.role_id = held.role_id and a.ended_at is null
           and (a.area_first is null or ask.key between a.area_first and a.area_last)
           and (a.unit_id is null or a.unit_id = ask.unit)
          join identity.person p on p.id = a.person_id and p.retired_at is null
          left join identity.credential c on c.person_id = p.id
         where c.disabled_at is null
           and (ask.which <> 'OF_UNIT' or p.unit_id = ask.unit or a.unit_id = ask.unit)
           and (ask.which = 'AMONG') = exists (
               select 1 from mentioned where mentioned.nr = ask.nr and mentioned.person_id = a.person_id)
         group by ask.nr, ask.which, a.person_id)
    select near.nr, near.person_id
      from (select holder.nr, holder.which, holder.person_id, holder.distance,
                   min(holder.distance) over (partition by holder.nr) as least from holder) near
     where near.which <> 'NEAREST' or near.distance = near.least
     order by near.nr, near.person_id;
end $$;
