-- Clock policies as versioned data, and what a running clock is made of.
create table hazard.clock_policy (
    id             uuid primary key,
    -- Null: everywhere.
    area_key       bigint,
    name           text not null constraint clock_policy_name_present check (name = btrim(name) and length(name) between 1 and 100),
    effective_from date not null,
    -- Where the values come from: a regulation, an order of the city, the shipped starting values.
    source         text not null constraint clock_policy_source_present check (source = btrim(source) and length(source) between 1 and 300),
    content        jsonb not null,
    state          text not null constraint clock_policy_state_known check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    version        int not null default 0,
    changed_at     timestamptz not null,
    changed_by     text not null,
    published_at   timestamptz,
    withdrawn_why  text,
    constraint clock_policy_published check ((state <> 'DRAFT') = (published_at is not null)),
    constraint clock_policy_withdrawn check ((state = 'WITHDRAWN') = (withdrawn_why is not null))
);
-- For an area one policy begins on a day.
create unique index clock_policy_begin_idx on hazard.clock_policy (coalesce(area_key, 0), effective_from)
    where state = 'PUBLISHED';

create function hazard.refuse_policy_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.state <> 'DRAFT' then
            raise exception 'a published policy stays' using errcode = 'integrity_constraint_violation';
        end if;
        return old;
    end if;
    if old.state <> 'DRAFT' and (new.content, new.effective_from, new.area_key, new.name, new.source)
            is distinct from (old.content, old.effective_from, old.area_key, old.name, old.source) then
        raise exception 'a published policy does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger clock_policy_frozen before update or delete on hazard.clock_policy
    for each row execute function hazard.refuse_policy_change();

-- When the clock began, how it counts, and since when it stands still.
alter table hazard.hazard add column clock_since timestamptz;
alter table hazard.hazard add column clock_unit text
    constraint hazard_clock_unit_known check (clock_unit in ('WORKING_DAYS', 'CALENDAR_DAYS', 'HOURS'));
alter table hazard.hazard add column clock_paused_at timestamptz;
-- The policy it goes by.
alter table hazard.hazard add column clock_policy_id uuid references hazard.clock_policy (id);
update hazard.hazard
set clock_unit = case when clock = 'rectify' and grade = 'MAJOR' then 'CALENDAR_DAYS' else 'WORKING_DAYS' end,
    clock_since = least(clock_near_at, case clock
        when 'confirm' then reported_at
        when 'rectify' then assigned_at
        when 'reinspect' then submitted_at
        else coalesce((select max(s.at) from hazard.step s where s.hazard_id = hazard.id), reported_at) end)
where clock is not null;
alter table hazard.hazard drop constraint hazard_clock_whole;
alter table hazard.hazard add constraint hazard_clock_whole check (
    (clock is null) = (clock_due_at is null) and (clock is null) = (clock_near_at is null)
    and (clock is null) = (clock_since is null) and (clock is null) = (clock_unit is null)
    and clock_near_at <= clock_due_at and (clock_paused_at is null or clock is not null));
alter table hazard.hazard drop constraint hazard_clock_known;
alter table hazard.hazard add constraint hazard_clock_known
    check (clock in ('confirm', 'assign', 'rectify', 'reinspect', 'look-back'));
