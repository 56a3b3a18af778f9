-- A campaign without a first day began when it was entered; a closed one is over, whatever its plan said.
create or replace view campaign.pub_campaign as
select id, title, area_key, lead_unit_id,
       coalesce(starts_on, (created_at at time zone 'Asia/Shanghai')::date) as starts_on,
       ends_on, state, created_at, closed_at
from campaign.campaign;

-- A task counts unless its campaign is a draft, or was closed before the task fell due and could be done.
create or replace view campaign.pub_task as
select t.id,
       t.campaign_id,
       c.area_key,
       t.title,
       (select u.unit_id from campaign.task_unit u
        where u.task_id = t.id and u.role = 'LEAD' and u.unit_id is not null
        order by u.position limit 1) as lead_unit_id,
       t.due_on,
       t.state,
       t.done_at,
       c.closed_at as campaign_closed_at,
       c.state <> 'DRAFT'
           and (t.state = 'DONE' or c.closed_at is null
                or t.due_on <= (c.closed_at at time zone 'Asia/Shanghai')::date) as counts
from campaign.task t
join campaign.campaign c on c.id = t.campaign_id;
