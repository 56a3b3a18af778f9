-- Hazards that come back, and early warnings to whoever lets them.

-- The earlier hazard that this one repeats, as whoever reported or confirmed it said.
alter table hazard.hazard add column repeat_of uuid references hazard.hazard (id)
    constraint hazard_repeat_of_another check (repeat_of <> id);
create index hazard_repeat_idx on hazard.hazard (repeat_of) where repeat_of is not null;

create table hazard.warning (
    id            uuid primary key,
    unit_id       uuid not null,
    area_key      bigint not null,
    -- The rule that was met, as it was then.
    kind          text not null constraint warning_kind_known check (kind in ('MAJOR', 'REPEATED', 'RETURNED', 'OVERDUE')),
    least         int not null constraint warning_least_positive check (least > 0),
    days          int not null constraint warning_days_positive check (days > 0),
    policy_id     uuid not null references hazard.clock_policy (id),
    raised_at     timestamptz not null,
    state         text not null default 'PROPOSED' constraint warning_state_known
                      check (state in ('PROPOSED', 'WARNED', 'ANSWERED', 'LIFTED', 'DISMISSED')),
    version       int not null default 0,
    -- What the unit is told, and by when it takes emergency measures.
    demand        text constraint warning_demand_length check (length(btrim(demand)) between 1 and 2000),
    answer_by     date,
    warned_at     timestamptz,
    warned_by     uuid,
    warned_name   text,
    measures      text constraint warning_measures_length check (length(btrim(measures)) between 1 and 2000),
    answered_at   timestamptz,
    answered_by   uuid,
    answered_name text,
    ended_at      timestamptz,
    ended_by      uuid,
    ended_name    text,
    end_reason    text constraint warning_end_reason_length check (length(btrim(end_reason)) between 1 and 2000),
    constraint warning_warned check (state in ('PROPOSED', 'DISMISSED') or (warned_at is not null and demand is not null)),
    constraint warning_answered check (state <> 'ANSWERED' or measures is not null),
    constraint warning_ended check ((state in ('LIFTED', 'DISMISSED')) = (ended_at is not null and end_reason is not null))
);
-- One warning of a kind at a time for a unit.
create unique index warning_open_idx on hazard.warning (unit_id, kind) where state in ('PROPOSED', 'WARNED', 'ANSWERED');
create index warning_list_idx on hazard.warning (raised_at desc, id desc);
create index warning_unit_idx on hazard.warning (unit_id, raised_at desc);
create table hazard.warning_hazard (
    warning_id uuid not null references hazard.warning (id),
    hazard_id  uuid not null references hazard.hazard (id),
    primary key (warning_id, hazard_id)
);
create index warning_hazard_idx on hazard.warning_hazard (hazard_id);
