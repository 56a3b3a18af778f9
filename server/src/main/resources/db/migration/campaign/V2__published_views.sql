-- What the report module reads of campaigns.
create view campaign.pub_campaign as
select id, title, area_key, lead_unit_id, starts_on, ends_on, state, created_at
from campaign.campaign;

create view campaign.pub_task as
select t.id,
       t.campaign_id,
       c.area_key,
       t.title,
       (select u.unit_id from campaign.task_unit u
        where u.task_id = t.id and u.role = 'LEAD' and u.unit_id is not null
        order by u.position limit 1) as lead_unit_id,
       t.due_on,
       t.state,
       t.done_at
from campaign.task t
join campaign.campaign c on c.id = t.campaign_id;

create view campaign.pub_target as
select id, campaign_id, metric, op, value, unit
from campaign.target;

create view campaign.pub_progress as
select id, campaign_id, task_id, at
from campaign.progress_note;
