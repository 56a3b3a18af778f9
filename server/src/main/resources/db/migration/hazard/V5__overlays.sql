-- What runs beside the loop: extensions, hand-overs that are answered, reporting up, escalation, judgement of major hazards.

-- The level that handles it: confirms, assigns, re-inspects. Reporting up raises it.
alter table hazard.hazard add column handled_by text not null default 'COMMUNITY'
    constraint hazard_handled_by_known check (handled_by in ('COMMUNITY', 'STREET', 'DISTRICT'));
-- Limits set for this hazard alone: clock:count:unit.
alter table hazard.hazard add column own_limits text[] not null default '{}';
-- What is under way besides, so that lists can show it without looking elsewhere.
alter table hazard.hazard add column pending text[] not null default '{}'
    constraint hazard_pending_known check (pending <@ array['EXTENSION', 'HAND_OVER', 'DISPUTE', 'REPORT_UP', 'ESCALATION', 'MAJOR_REPORT', 'LISTING']);
alter table hazard.hazard add column extended_count int not null default 0
    constraint hazard_extended_count check (extended_count >= 0);
-- "What waits for a decision besides the loop" touches only the few rows that have such a thing.
create index hazard_pending_idx on hazard.hazard (street_key, reported_at desc) where pending <> '{}';

create table hazard.extension (
    id            uuid primary key,
    hazard_id     uuid not null references hazard.hazard (id),
    nth           int not null constraint extension_nth_positive check (nth > 0),
    old_due_at    timestamptz not null,
    asked_until   date not null,
    -- Calendar days beyond the old deadline.
    days          int not null constraint extension_days_positive check (days > 0),
    reason        text not null constraint extension_reason_length check (length(btrim(reason)) between 1 and 2000),
    level         text not null constraint extension_level_known check (level in ('COMMUNITY', 'STREET', 'DISTRICT', 'CITY', 'PROVINCE')),
    asked_at      timestamptz not null,
    asked_by      uuid,
    asked_name    text not null,
    answer_due_at timestamptz not null,
    state         text not null constraint extension_state_known check (state in ('PENDING', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    granted_until date,
    decided_at    timestamptz,
    decided_by    uuid,
    decided_name  text,
    note          text constraint extension_note_length check (length(btrim(note)) between 1 and 2000),
    constraint extension_granted check ((state = 'GRANTED') = (granted_until is not null)),
    constraint extension_decided check ((state = 'PENDING') = (decided_at is null)),
    -- Who asks does not decide.
    constraint extension_decider_independent check (state not in ('GRANTED', 'REFUSED') or decided_by is distinct from asked_by)
);
create index extension_hazard_idx on hazard.extension (hazard_id, nth);
create unique index extension_one_pending_idx on hazard.extension (hazard_id) where state = 'PENDING';

create table hazard.transfer (
    id            uuid primary key,
    hazard_id     uuid not null references hazard.hazard (id),
    kind          text not null constraint transfer_kind_known check (kind in ('HAND_OVER', 'REPORT_UP')),
    from_unit_id  uuid,
    to_unit_id    uuid,
    from_level    text,
    to_level      text,
    reason        text not null constraint transfer_reason_length check (length(btrim(reason)) between 1 and 2000),
    offered_at    timestamptz not null,
    offered_by    uuid,
    offered_name  text not null,
    answer_due_at timestamptz not null,
    state         text not null constraint transfer_state_known check (state in ('OFFERED', 'ACCEPTED', 'REFUSED', 'DISPUTED', 'DECIDED', 'LAPSED')),
    answered_at   timestamptz,
    answered_by   uuid,
    answered_name text,
    answer        text constraint transfer_answer_length check (length(btrim(answer)) between 1 and 2000),
    constraint transfer_ends check (case kind
        when 'HAND_OVER' then from_unit_id is not null and to_unit_id is not null and from_unit_id <> to_unit_id
        else from_level is not null and to_level is not null and from_level <> to_level end),
    constraint transfer_answered check ((state = 'OFFERED') = (answered_at is null)),
    constraint transfer_refused_for_a_reason check (state <> 'REFUSED' or answer is not null)
);
create index transfer_hazard_idx on hazard.transfer (hazard_id, offered_at);
create unique index transfer_one_open_idx on hazard.transfer (hazard_id) where state in ('OFFERED', 'DISPUTED');
-- "What we handed over and what was handed to us", newest first.
create index transfer_from_idx on hazard.transfer (from_unit_id, offered_at desc, id desc) where from_unit_id is not null;
create index transfer_to_idx on hazard.transfer (to_unit_id, offered_at desc, id desc) where to_unit_id is not null;

-- Rungs of the ladder that were reached.
create table hazard.escalation (
    id         uuid primary key,
    hazard_id  uuid not null references hazard.hazard (id),
    clock      text not null,
    -- The end of the clock that was breached.
    breached   timestamptz not null,
    rung       int not null constraint escalation_rung_positive check (rung > 0),
    kind       text not null constraint escalation_kind_known check (kind in ('REMINDER', 'SUPERVISION_SLIP', 'BULLETIN', 'INTERVIEW', 'ACCOUNTABILITY')),
    policy_id  uuid not null references hazard.clock_policy (id),
    paper      text,
    state      text not null constraint escalation_state_known check (state in ('PROPOSED', 'TAKEN', 'DISMISSED', 'LAPSED')),
    reached_at timestamptz not null,
    acted_at   timestamptz,
    acted_by   uuid,
    acted_name text,
    note       text constraint escalation_note_length check (length(btrim(note)) between 1 and 2000),
    constraint escalation_once unique (hazard_id, clock, breached, rung),
    constraint escalation_acted check ((state = 'PROPOSED') = (acted_at is null)),
    constraint escalation_dismissed_for_a_reason check (state <> 'DISMISSED' or note is not null)
);

-- The collective judgement whether a hazard is a major one.
create table hazard.judgement (
    id          uuid primary key,
    hazard_id   uuid not null references hazard.hazard (id),
    held_on     date not null,
    -- Codes of the criteria library that apply; none when it was judged as a whole.
    criteria    text[] not null default '{}',
    conclusion  text not null constraint judgement_conclusion_known check (conclusion in ('GENERAL', 'MAJOR')),
    opinion     text not null constraint judgement_opinion_length check (length(btrim(opinion)) between 1 and 2000),
    recorded_at timestamptz not null,
    recorded_by uuid,
    recorded_name text not null
);
create index judgement_hazard_idx on hazard.judgement (hazard_id, recorded_at);
create table hazard.judge (
    judgement_id uuid not null references hazard.judgement (id),
    position     int not null constraint judge_position_positive check (position > 0),
    name         text not null constraint judge_name_length check (length(btrim(name)) between 1 and 100),
    -- Office and post, or qualification of an expert.
    standing     text constraint judge_standing_length check (length(btrim(standing)) between 1 and 200),
    primary key (judgement_id, position),
    constraint judge_once unique (judgement_id, name)
);
-- At least three people judge together (GB 35181). Looked at when the transaction ends, after they are all written.
create function hazard.require_three_judges() returns trigger language plpgsql as $$
begin
    if (select count(*) from hazard.judge where judgement_id = new.id) < 3 then
        raise exception 'a judgement is made by at least three people'
            using errcode = 'check_violation', constraint = 'judgement_by_three';
    end if;
    return null;
end $$;
create constraint trigger judgement_by_three after insert or update on hazard.judgement
    deferrable initially deferred for each row execute function hazard.require_three_judges();

-- A major hazard reported to the authority that supervises it, with the contents of Order 16, article 14.
create table hazard.major_report (
    id          uuid primary key,
    hazard_id   uuid not null references hazard.hazard (id),
    authority   text not null constraint major_report_authority_length check (length(btrim(authority)) between 1 and 200),
    reported_on date not null,
    way         text constraint major_report_way_length check (length(btrim(way)) between 1 and 200),
    causes      text not null constraint major_report_causes_length check (length(btrim(causes)) between 1 and 2000),
    degree      text not null constraint major_report_degree_length check (length(btrim(degree)) between 1 and 2000),
    plan        text not null constraint major_report_plan_length check (length(btrim(plan)) between 1 and 2000),
    recorded_at timestamptz not null,
    recorded_by uuid,
    recorded_name text not null
);
create index major_report_hazard_idx on hazard.major_report (hazard_id, recorded_at);
