-- What is left open of a duty that ended, or of a period after its last day, does not fall due and is not missed.
create or replace view deadline.pub_duty_occurrence as
select o.id, o.duty_id, d.subject, d.subject_id, d.title, d.area_key, d.unit_id, o.period_start, o.period_end, o.due_at,
       o.done_at, o.done_count, d.times
from deadline.occurrence o
join deadline.duty d on d.id = o.duty_id
where o.done_at is not null
   or ((d.ended_at is null or o.due_at <= d.ended_at) and (d.until_day is null or o.period_start <= d.until_day));
