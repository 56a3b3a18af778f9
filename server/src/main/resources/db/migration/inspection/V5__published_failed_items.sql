-- Which item of which checklist a hazard came from, for the analysis of common problems.
create view inspection.pub_failed_item as
select a.hazard_id, l.code as checklist_code, a.item_code, i.texts as item_texts
from inspection.answer a
join inspection."check" c on c.id = a.check_id
join inspection.checklist_version v on v.id = c.checklist_version_id
join inspection.checklist l on l.id = v.checklist_id
join inspection.checklist_item i on i.version_id = v.id and i.code = a.item_code
where a.hazard_id is not null and c.state = 'SUBMITTED';
