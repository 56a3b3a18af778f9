-- Joint actions of several units with what each of them did, and cases of illegal acts on their way between departments.

-- Numbers as those of hazards: one sequence for each kind, street and year; what is rolled back leaves a gap.
create function enforcement.next_number(kind text, street bigint, year int) returns bigint language plpgsql as $$
declare
    name text := format('enforcement.number_%s_%s_%s', kind, street, year);
begin
    if to_regclass(name) is null then
        perform pg_advisory_xact_lock(hashtextextended(name, 0));
        execute format('create sequence if not exists %s', name);
    end if;
    return nextval(name);
end $$;

create table enforcement.joint_action (
    id              uuid primary key,
    number          text not null,
    kind            text not null constraint joint_action_kind_known check (kind in ('ENFORCEMENT', 'MEETING')),
    title           text not null constraint joint_action_title_length check (length(btrim(title)) between 1 and 200),
    -- What is to be done or talked about.
    plan            text constraint joint_action_plan_length check (length(btrim(plan)) between 1 and 4000),
    area_key        bigint not null,
    -- The leading unit.
    unit_id         uuid not null constraint joint_action_unit_fk references organisation.unit (id),
    planned_from    date not null,
    planned_to      date not null,
    state           text not null default 'PLANNED' constraint joint_action_state_known
                        check (state in ('PLANNED', 'HELD', 'FEEDBACK_DUE', 'CONCLUDED', 'CANCELLED')),
    version         int not null default 0,
    held_on         date,
    summary         text constraint joint_action_summary_length check (length(btrim(summary)) between 1 and 4000),
    -- Last day for the units to say what they did.
    feedback_due_on date,
    concluded_at    timestamptz,
    conclusion      text constraint joint_action_conclusion_length check (length(btrim(conclusion)) between 1 and 4000),
    -- Why it was concluded although a unit said nothing.
    missing_reason  text constraint joint_action_missing_reason_length check (length(btrim(missing_reason)) between 1 and 2000),
    cancel_reason   text constraint joint_action_cancel_reason_length check (length(btrim(cancel_reason)) between 1 and 2000),
    created_by      uuid,
    created_name    text not null,
    created_at      timestamptz not null,
    constraint joint_action_days check (planned_from <= planned_to),
    constraint joint_action_held check ((state in ('HELD', 'FEEDBACK_DUE', 'CONCLUDED')) = (held_on is not null and summary is not null)),
    constraint joint_action_feedback check (state <> 'FEEDBACK_DUE' or feedback_due_on is not null),
    constraint joint_action_feedback_after check (feedback_due_on >= held_on),
    constraint joint_action_concluded check ((state = 'CONCLUDED') = (concluded_at is not null and conclusion is not null)),
    constraint joint_action_missing check (missing_reason is null or state = 'CONCLUDED'),
    constraint joint_action_cancelled check ((state = 'CANCELLED') = (cancel_reason is not null))
);
-- 9 digits of an area key name the street, whose numbers these are.
create unique index joint_action_number_idx on enforcement.joint_action ((area_key / 10000000000), number);
-- The list, newest day first.
create index joint_action_list_idx on enforcement.joint_action (planned_from desc, id desc);
-- "What was done here in this time."
create index joint_action_area_idx on enforcement.joint_action (area_key, planned_from desc);

-- Every unit of an action, the leading one too.
create table enforcement.joint_action_unit (
    id            uuid primary key,
    action_id     uuid not null references enforcement.joint_action (id),
    unit_id       uuid not null constraint joint_action_unit_unit_fk references organisation.unit (id),
    answer        text not null constraint joint_action_unit_answer_known check (answer in ('LEADING', 'INVITED', 'AGREED', 'DECLINED')),
    reason        text constraint joint_action_unit_reason_length check (length(btrim(reason)) between 1 and 2000),
    answered_at   timestamptz,
    answered_name text,
    -- Null before it was held.
    took_part     boolean,
    people        int constraint joint_action_unit_people_range check (people between 1 and 10000),
    people_names  text constraint joint_action_unit_names_length check (length(btrim(people_names)) between 1 and 1000),
    feedback      text constraint joint_action_unit_feedback_length check (length(btrim(feedback)) between 1 and 4000),
    feedback_at   timestamptz,
    feedback_name text,
    constraint joint_action_unit_once unique (action_id, unit_id),
    constraint joint_action_unit_answered check ((answer in ('AGREED', 'DECLINED')) = (answered_at is not null and answered_name is not null)),
    constraint joint_action_unit_declined check ((answer = 'DECLINED') = (reason is not null)),
    constraint joint_action_unit_present check ((coalesce(took_part, false)) = (people is not null)),
    constraint joint_action_unit_said check ((feedback is null) = (feedback_at is null)),
    constraint joint_action_unit_leader_reports check (answer <> 'LEADING' or feedback is null)
);
create unique index joint_action_unit_one_leader_idx on enforcement.joint_action_unit (action_id) where answer = 'LEADING';
-- What a unit takes part in: the scope of its people, and what waits for it.
create index joint_action_unit_unit_idx on enforcement.joint_action_unit (unit_id, action_id);
-- The leading unit is one of the units; both are written in one transaction.
alter table enforcement.joint_action add constraint joint_action_leader_is_unit foreign key (id, unit_id)
    references enforcement.joint_action_unit (action_id, unit_id) deferrable initially deferred;

-- What is visited: registered objects, or places in free words.
create table enforcement.joint_action_place (
    action_id uuid not null references enforcement.joint_action (id),
    position  int not null,
    object_id uuid,
    words     text constraint joint_action_place_words_length check (length(btrim(words)) between 1 and 300),
    primary key (action_id, position),
    constraint joint_action_place_one check ((object_id is null) <> (words is null)),
    constraint joint_action_place_once unique (action_id, object_id)
);

-- Hazards found on the way; each of them lives in the closed loop, here it is only named.
create table enforcement.joint_action_hazard (
    action_id   uuid not null references enforcement.joint_action (id),
    hazard_id   uuid not null constraint joint_action_hazard_hazard_fk references hazard.hazard (id),
    linked_at   timestamptz not null,
    linked_name text not null,
    primary key (action_id, hazard_id)
);
create index joint_action_hazard_idx on enforcement.joint_action_hazard (hazard_id);

create table enforcement.illegal_case (
    id           uuid primary key,
    number       text not null,
    area_key     bigint not null,
    domain       text not null constraint illegal_case_domain_format check (domain ~ '^[a-z]+(-[a-z]+)*$'),
    act          text not null constraint illegal_case_act_length check (length(btrim(act)) between 1 and 2000),
    clause       text constraint illegal_case_clause_length check (length(btrim(clause)) between 1 and 500),
    place        text constraint illegal_case_place_length check (length(btrim(place)) between 1 and 300),
    -- Who did it: a registered object, or a name in free words.
    object_id    uuid,
    party        text constraint illegal_case_party_length check (length(btrim(party)) between 1 and 200),
    found_on     date not null,
    hazard_id    uuid constraint illegal_case_hazard_fk references hazard.hazard (id),
    action_id    uuid constraint illegal_case_action_fk references enforcement.joint_action (id),
    -- The unit that found it and has it back when it is refused; null when the finder belongs to none.
    unit_id      uuid constraint illegal_case_unit_fk references organisation.unit (id),
    -- The department it was transferred to; null before and after a refusal.
    to_unit_id   uuid constraint illegal_case_to_unit_fk references organisation.unit (id),
    state        text not null default 'FOUND' constraint illegal_case_state_known
                     check (state in ('FOUND', 'TRANSFERRED', 'ACCEPTED', 'REFUSED', 'CONCLUDED')),
    version      int not null default 0,
    transfers    int not null default 0 constraint illegal_case_transfers_range check (transfers >= 0),
    concluded_on date,
    outcomes     text[] not null default '{}',
    fine         numeric(14, 2) constraint illegal_case_fine_positive check (fine > 0),
    outcome_note text constraint illegal_case_note_length check (length(btrim(outcome_note)) between 1 and 2000),
    -- Whether and where the public was told of it.
    exposed_on   date,
    exposed_at   text constraint illegal_case_exposed_length check (length(btrim(exposed_at)) between 1 and 300),
    created_by   uuid,
    created_name text not null,
    created_at   timestamptz not null,
    constraint illegal_case_party_known check (object_id is not null or party is not null),
    constraint illegal_case_outcome_known check (outcomes <@ array['FINED', 'ORDERED_TO_STOP', 'CLOSED_DOWN', 'CONFISCATED',
        'LICENCE_WITHDRAWN', 'WARNED', 'TO_POLICE', 'TO_JUSTICE', 'NO_OFFENCE', 'OTHER']),
    constraint illegal_case_concluded check ((state = 'CONCLUDED') = (concluded_on is not null and cardinality(outcomes) > 0)),
    constraint illegal_case_concluded_after check (concluded_on >= found_on),
    constraint illegal_case_fined check (('FINED' = any (outcomes)) = (fine is not null)),
    constraint illegal_case_no_offence_alone check (not ('NO_OFFENCE' = any (outcomes)) or cardinality(outcomes) = 1),
    constraint illegal_case_other_in_words check (not ('OTHER' = any (outcomes)) or outcome_note is not null),
    constraint illegal_case_held check (state not in ('TRANSFERRED', 'ACCEPTED') or to_unit_id is not null),
    constraint illegal_case_not_held check (state not in ('FOUND', 'REFUSED') or to_unit_id is null),
    constraint illegal_case_counted check ((state = 'FOUND' and transfers = 0) or (state = 'CONCLUDED') or transfers > 0),
    constraint illegal_case_exposed check ((exposed_on is null) = (exposed_at is null)),
    constraint illegal_case_exposed_late check (exposed_on is null or (state = 'CONCLUDED' and exposed_on >= concluded_on))
);
create unique index illegal_case_number_idx on enforcement.illegal_case ((area_key / 10000000000), number);
-- The list, newest first.
create index illegal_case_list_idx on enforcement.illegal_case (found_on desc, id desc);
create index illegal_case_area_idx on enforcement.illegal_case (area_key, found_on desc);
-- What a department has: the scope of its people.
create index illegal_case_unit_idx on enforcement.illegal_case (unit_id, found_on desc) where unit_id is not null;
create index illegal_case_to_unit_idx on enforcement.illegal_case (to_unit_id, found_on desc) where to_unit_id is not null;
create index illegal_case_hazard_idx on enforcement.illegal_case (hazard_id) where hazard_id is not null;
create index illegal_case_action_idx on enforcement.illegal_case (action_id) where action_id is not null;

-- Each time a case was sent to a department, with the answer.
create table enforcement.case_transfer (
    case_id       uuid not null references enforcement.illegal_case (id),
    nth           int not null constraint case_transfer_nth_positive check (nth > 0),
    from_unit_id  uuid constraint case_transfer_from_fk references organisation.unit (id),
    to_unit_id    uuid not null constraint case_transfer_to_fk references organisation.unit (id),
    reason        text not null constraint case_transfer_reason_length check (length(btrim(reason)) between 1 and 2000),
    sent_at       timestamptz not null,
    sent_by       uuid,
    sent_name     text not null,
    near_at       timestamptz not null,
    answer_due_at timestamptz not null,
    state         text not null default 'OFFERED' constraint case_transfer_state_known check (state in ('OFFERED', 'ACCEPTED', 'REFUSED')),
    answered_at   timestamptz,
    answered_name text,
    answer        text constraint case_transfer_answer_length check (length(btrim(answer)) between 1 and 2000),
    primary key (case_id, nth),
    constraint case_transfer_elsewhere check (from_unit_id is null or from_unit_id <> to_unit_id),
    constraint case_transfer_answered check ((state = 'OFFERED') = (answered_at is null)),
    constraint case_transfer_refused check (state <> 'REFUSED' or answer is not null),
    constraint case_transfer_clock check (near_at <= answer_due_at)
);
create unique index case_transfer_one_open_idx on enforcement.case_transfer (case_id) where state = 'OFFERED';

-- The timeline of actions and cases; a step never changes.
create table enforcement.step (
    id          uuid primary key,
    subject     text not null constraint step_subject_known check (subject in ('joint-action', 'illegal-case')),
    subject_id  uuid not null,
    action      text not null,
    at          timestamptz not null,
    person_id   uuid,
    person_name text not null,
    facts       jsonb not null
);
create index step_subject_idx on enforcement.step (subject, subject_id, at);

-- For the report module.
create view enforcement.pub_joint_action as
select id, number, kind, title, state, area_key, unit_id, planned_from, held_on, concluded_at
from enforcement.joint_action;

create view enforcement.pub_illegal_case as
select id, number, domain, state, area_key, unit_id, object_id, found_on, concluded_on, exposed_on, transfers,
       'TO_POLICE' = any (outcomes) as to_police
from enforcement.illegal_case;

-- Hazards found at joint actions, on the day it was held: the same hazard counts for each action it was found at.
create view enforcement.pub_joint_hazard as
select h.hazard_id as id, x.number, x.domain, x.grade, x.area_key, x.unit_id, a.kind, a.held_on
from enforcement.joint_action_hazard h
join enforcement.joint_action a on a.id = h.action_id
join hazard.hazard x on x.id = h.hazard_id;
