-- Posts held in units, with the area and kind of the unit, so that "so many people hold posts" can be counted and opened.
create view report.pub_post as
select md5(concat_ws('|', m.unit_id, m.person_id, m.post, m.since))::uuid as id,
       m.post, m.unit_id, u.name as unit_name, u.kind, u.area_key, m.since, m.ended_at
from organisation.pub_membership m
join organisation.pub_unit u on u.id = m.unit_id
where m.person_id is not null;
