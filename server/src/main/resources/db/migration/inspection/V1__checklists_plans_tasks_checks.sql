-- Checklists in versions, inspection plans, the tasks they make, and the checks that fill them.
create table inspection.checklist (
    id          uuid primary key,
    code        text not null constraint checklist_code_unique unique
                constraint checklist_code_format check (code ~ '^[a-z]+(-[a-z0-9]+)*$'),
    -- Null for a shipped list, which is for everybody; a local list is for the subtree of this area.
    area_key    bigint,
    copied_from uuid references inspection.checklist (id),
    created_at  timestamptz not null
);

create table inspection.checklist_version (
    id             uuid primary key,
    checklist_id   uuid not null references inspection.checklist (id),
    version        int not null constraint checklist_version_positive check (version > 0),
    names          jsonb not null,
    domain         text not null,
    object_types   text[] not null,
    source         text not null,
    grade_note     text not null,
    effective_from date,
    -- Of the shipped file; null for a local list.
    file_hash      text,
    created_at     timestamptz not null,
    -- Null while it is edited; afterwards neither the version nor its items change.
    published_at   timestamptz,
    revision       int not null default 0,
    constraint checklist_version_unique unique (checklist_id, version),
    constraint checklist_version_effective check (published_at is null or effective_from is not null)
);
create unique index checklist_version_one_draft_idx on inspection.checklist_version (checklist_id) where published_at is null;

create table inspection.checklist_item (
    version_id      uuid not null references inspection.checklist_version (id),
    code            text not null constraint checklist_item_code_format check (code ~ '^[a-z]+(-[a-z0-9]+)+$'),
    position        int not null,
    group_code      text not null,
    group_names     jsonb not null,
    texts           jsonb not null,
    how             jsonb not null,
    basis           text,
    default_grade   text not null constraint checklist_item_grade check (default_grade in ('GENERAL', 'MAJOR')),
    on_site_fixable boolean not null,
    photo_on_fail   boolean not null,
    legal_number    jsonb,
    primary key (version_id, code),
    constraint checklist_item_position_unique unique (version_id, position)
);

create function inspection.refuse_published_version() returns trigger language plpgsql as $$
begin
    if old.published_at is not null then
        raise exception 'a published checklist version does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger checklist_version_frozen before update or delete on inspection.checklist_version
    for each row execute function inspection.refuse_published_version();

create function inspection.refuse_published_item() returns trigger language plpgsql as $$
begin
    if exists (select 1 from inspection.checklist_version v
               where v.id = case when tg_op = 'INSERT' then new.version_id else old.version_id end
                 and v.published_at is not null) then
        raise exception 'an item of a published checklist version does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger checklist_item_frozen before insert or update or delete on inspection.checklist_item
    for each row execute function inspection.refuse_published_item();

create table inspection.plan (
    id           uuid primary key,
    name         text not null constraint plan_name_present check (btrim(name) <> ''),
    area_key     bigint not null,
    object_types text[] not null,
    mode         text not null constraint plan_mode_known check (mode in ('ALL', 'RANDOM_DRAW')),
    draw_size    int,
    -- Whose unit checks: that of the object's community, or one unit for all.
    unit_rule    text not null constraint plan_unit_rule_known check (unit_rule in ('COMMUNITY_UNIT', 'FIXED_UNIT')),
    unit_id      uuid,
    starts_on    date not null,
    ends_on      date,
    -- Campaigns lie above: no foreign key.
    campaign_id  uuid,
    state        text not null constraint plan_state_known check (state in ('DRAFT', 'ACTIVE', 'PAUSED', 'ENDED')),
    created_by   uuid,
    created_at   timestamptz not null,
    activated_on date,
    ended_at     timestamptz,
    end_reason   text,
    revision     int not null default 0,
    constraint plan_days check (ends_on >= starts_on),
    constraint plan_fixed_unit check ((unit_rule = 'FIXED_UNIT') = (unit_id is not null)),
    constraint plan_draw_size check ((mode = 'RANDOM_DRAW') = (draw_size is not null) and draw_size between 1 and 10000)
);
create index plan_area_idx on inspection.plan (area_key);
create index plan_campaign_idx on inspection.plan (campaign_id) where campaign_id is not null;
-- The scheduler asks for the plans at work.
create index plan_active_idx on inspection.plan (id) where state = 'ACTIVE';

create table inspection.plan_checklist (
    plan_id      uuid not null references inspection.plan (id),
    checklist_id uuid not null references inspection.checklist (id),
    position     int not null,
    primary key (plan_id, checklist_id)
);

-- Class 0 stands for objects that have no class.
create table inspection.plan_frequency (
    plan_id           uuid not null references inspection.plan (id),
    supervision_class int not null constraint plan_frequency_class check (supervision_class between 0 and 3),
    every             text not null constraint plan_frequency_every
                      check (every in ('P1D', 'P1W', 'P1M', 'P3M', 'P6M', 'P1Y', 'ONCE')),
    primary key (plan_id, supervision_class)
);

-- People who may be drawn, or who share the tasks.
create table inspection.plan_inspector (
    plan_id   uuid not null references inspection.plan (id),
    person_id uuid not null references identity.person (id),
    primary key (plan_id, person_id)
);

-- One random draw: who checks it again sorts the candidates by SHA-256 of "seed:id" and finds the same objects.
create table inspection.draw (
    plan_id      uuid not null references inspection.plan (id),
    period_start date not null,
    seed         text not null,
    candidates   int not null,
    drawn        int not null,
    drawn_at     timestamptz not null,
    primary key (plan_id, period_start)
);

-- One run of the task generator over one plan.
create table inspection.generation (
    id          uuid primary key,
    plan_id     uuid not null references inspection.plan (id),
    day         date not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    objects     int not null default 0,
    created     int not null default 0,
    cancelled   int not null default 0
);
create index generation_plan_idx on inspection.generation (plan_id, started_at desc);

create table inspection.task (
    id                uuid primary key,
    plan_id           uuid not null references inspection.plan (id),
    object_id         uuid not null,
    object_type       text not null,
    -- The unit that answers for the object, null when none is registered.
    object_unit_id    uuid,
    area_key          bigint not null,
    -- The unit that checks, null when the community has none registered.
    unit_id           uuid,
    supervision_class int,
    every             text not null,
    period_start      date not null,
    window_start      date not null,
    window_end        date not null,
    near_at           timestamptz not null,
    due_at            timestamptz not null,
    assignee_id       uuid references identity.person (id),
    -- How often a closed door moved the due day.
    rescheduled       int not null default 0 constraint task_rescheduled_once check (rescheduled in (0, 1)),
    done_at           timestamptz,
    on_time           boolean,
    result            text constraint task_result_known check (result in ('PASS', 'FAIL')),
    cancelled_at      timestamptz,
    cancel_reason     text constraint task_cancel_reason_known
                      check (cancel_reason in ('OBJECT_RETIRED', 'OUT_OF_PLAN', 'SUPERSEDED', 'PLAN_ENDED')),
    created_at        timestamptz not null,
    -- A month and a week may begin on the same day.
    constraint task_once unique (plan_id, object_id, every, period_start),
    constraint task_window check (window_start <= window_end),
    constraint task_done_facts check ((done_at is null) = (result is null) and (done_at is null) = (on_time is null)),
    constraint task_cancel_facts check ((cancelled_at is null) = (cancel_reason is null)),
    constraint task_one_end check (done_at is null or cancelled_at is null)
);
-- Open work of an area, of a unit, of a person, soonest first.
create index task_open_area_idx on inspection.task (area_key, due_at, id) where done_at is null and cancelled_at is null;
create index task_open_unit_idx on inspection.task (unit_id, due_at, id) where done_at is null and cancelled_at is null;
create index task_open_assignee_idx on inspection.task (assignee_id, due_at) where done_at is null and cancelled_at is null;
-- The generator looks for open tasks of a plan whose object went away.
create index task_open_plan_idx on inspection.task (plan_id, object_id) where done_at is null and cancelled_at is null;
-- Whole lists and completion rates by due day.
create index task_due_idx on inspection.task (due_at, id);
create index task_area_due_idx on inspection.task (area_key, due_at);
create index task_object_idx on inspection.task (object_id, due_at desc);

create table inspection."check" (
    id                   uuid primary key,
    -- The first of a chain of corrections: itself when it corrects nothing.
    root_id              uuid not null,
    corrects             uuid references inspection."check" (id),
    correction_reason    text,
    task_id              uuid references inspection.task (id),
    object_id            uuid not null,
    object_unit_id       uuid,
    area_key             bigint not null,
    unit_id              uuid,
    checklist_version_id uuid not null references inspection.checklist_version (id),
    inspector_id         uuid not null references identity.person (id),
    state                text not null constraint check_state_known
                         check (state in ('DRAFT', 'SUBMITTED', 'SUPERSEDED', 'DISCARDED')),
    outcome              text constraint check_outcome_known check (outcome in ('CHECKED', 'NOT_POSSIBLE')),
    not_possible_reason  text,
    place                text,
    longitude            double precision constraint check_longitude check (longitude between -180 and 180),
    latitude             double precision constraint check_latitude check (latitude between -90 and 90),
    remark               text,
    started_at           timestamptz not null,
    saved_at             timestamptz not null,
    submitted_at         timestamptz,
    items                int,
    failed_items         int,
    revision             int not null default 0,
    constraint check_submitted_facts check ((state in ('SUBMITTED', 'SUPERSEDED')) = (submitted_at is not null)),
    constraint check_correction check ((corrects is null) = (correction_reason is null)),
    constraint check_position check ((longitude is null) = (latitude is null))
);
-- Nobody fills the same list of the same task twice at a time.
create unique index check_one_draft_idx on inspection."check" (task_id, checklist_version_id) where state = 'DRAFT';
create unique index check_one_correction_idx on inspection."check" (corrects) where state <> 'DISCARDED';
create index check_task_idx on inspection."check" (task_id);
create index check_object_idx on inspection."check" (object_id, submitted_at desc);
create index check_area_idx on inspection."check" (area_key, submitted_at desc, id);
create index check_list_idx on inspection."check" (submitted_at desc, id desc);
create index check_inspector_idx on inspection."check" (inspector_id, submitted_at desc);

create table inspection.answer (
    check_id     uuid not null references inspection."check" (id),
    item_code    text not null,
    result       text not null constraint answer_result_known check (result in ('PASS', 'FAIL', 'NOT_APPLICABLE')),
    note         text,
    grade        text constraint answer_grade_known check (grade in ('GENERAL', 'MAJOR')),
    -- What was done at once, when the fault was put right on the spot.
    measure      text,
    photos       uuid[] not null default '{}',
    photos_after uuid[] not null default '{}',
    -- The hazard the failed item opened; the number is kept for reading.
    hazard_id    uuid,
    hazard_number text,
    primary key (check_id, item_code)
);
create index answer_hazard_idx on inspection.answer (hazard_id) where hazard_id is not null;

create function inspection.refuse_frozen_answer() returns trigger language plpgsql as $$
begin
    if exists (select 1 from inspection."check" c
               where c.id = case when tg_op = 'INSERT' then new.check_id else old.check_id end and c.state <> 'DRAFT') then
        raise exception 'a submitted check does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger answer_frozen before insert or update or delete on inspection.answer
    for each row execute function inspection.refuse_frozen_answer();

-- Published for reports.
create view inspection.pub_task as
    select id, plan_id, object_id, object_type, area_key, unit_id, supervision_class, window_start, window_end,
           due_at, done_at, on_time, result, cancelled_at
    from inspection.task;
create view inspection.pub_check as
    select c.id, c.task_id, l.code as checklist_code, v.domain, c.object_id, c.area_key, c.inspector_id,
           c.submitted_at as at, c.items, c.failed_items
    from inspection."check" c
    join inspection.checklist_version v on v.id = c.checklist_version_id
    join inspection.checklist l on l.id = v.checklist_id
    where c.state = 'SUBMITTED' and c.outcome = 'CHECKED';
