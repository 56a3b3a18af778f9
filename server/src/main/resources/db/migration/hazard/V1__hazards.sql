-- Hazards, their timeline and the words they are found by.
create table hazard.hazard (
    id                uuid primary key,
    number            text not null constraint hazard_number_format check (number ~ '^[0-9]{4}-[0-9]{6,}$'),
    version           int not null default 1 constraint hazard_version_positive check (version > 0),
    state             text not null constraint hazard_state_known check (state in (
                          'REPORTED', 'CONFIRMED', 'REJECTED', 'DUPLICATE', 'ASSIGNED', 'FIXED_ON_SPOT', 'SUBMITTED',
                          'HANDED_BACK', 'HANDED_OVER', 'RETURNED', 'CLOSED', 'LOOKED_BACK', 'REOPENED')),
    -- Open: somebody still has to do something about it.
    open              boolean not null generated always as (
                          state not in ('REJECTED', 'DUPLICATE', 'CLOSED', 'LOOKED_BACK')) stored,

    -- The report
    area_key          bigint not null,
    street_key        bigint not null generated always as (area_key - area_key % 10000000000) stored,
    community_key     bigint not null generated always as (area_key - area_key % 10000000) stored,
    description       text not null constraint hazard_description_length check (length(btrim(description)) between 1 and 2000),
    domain            text not null constraint hazard_domain_format check (domain ~ '^[a-z]+(-[a-z]+)*$'),
    grade             text not null constraint hazard_grade_known check (grade in ('GENERAL', 'MAJOR')),
    source            text not null constraint hazard_source_known check (source in (
                          'CHECK', 'PATROL', 'SELF_CHECK', 'RESIDENT', 'CAMPAIGN', 'SUPERIOR')),
    source_id         uuid,
    object_id         uuid,
    place             text constraint hazard_place_length check (length(btrim(place)) between 1 and 200),
    reporter_id       uuid references identity.person (id),
    reporter_name     text not null,
    reported_at       timestamptz not null,

    -- The unit that answers for putting it right, and the five elements of doing so
    unit_id           uuid,
    measure           text constraint hazard_measure_length check (length(btrim(measure)) between 1 and 2000),
    -- A person of the system, or only a name: the owner of a small shop has no account.
    responsible_id    uuid references identity.person (id),
    responsible_name  text constraint hazard_responsible_length check (length(btrim(responsible_name)) between 1 and 100),
    funding_needed    boolean,
    funding_amount    numeric(14, 2) constraint hazard_funding_positive check (funding_amount > 0),
    funding_source    text constraint hazard_funding_source_length check (length(btrim(funding_source)) between 1 and 200),
    due_at            timestamptz,
    contingency       text constraint hazard_contingency_length check (length(btrim(contingency)) between 1 and 2000),
    constraint hazard_responsible_named check (responsible_id is null or responsible_name is not null),
    constraint hazard_funding_explicit check (
        case when funding_needed then funding_amount is not null
             else funding_amount is null and funding_source is null end),

    -- What happened, for lists and figures; the timeline has all of it
    confirmed_at      timestamptz,
    assigned_at       timestamptz,
    submitted_at      timestamptz,
    submitted_by      uuid references identity.person (id),
    closed_at         timestamptz,
    closed_by         uuid references identity.person (id),
    closed_in_time    boolean,
    rejected_at       timestamptz,
    duplicate_of      uuid references hazard.hazard (id),
    fixed_on_spot     boolean not null default false,
    -- Everybody who ever put it right or answered for it: none of them may judge the result.
    rectifiers        uuid[] not null default '{}',
    returned_count    int not null default 0 constraint hazard_returned_count check (returned_count >= 0),
    handed_back_count int not null default 0 constraint hazard_handed_back_count check (handed_back_count >= 0),
    handed_over_count int not null default 0 constraint hazard_handed_over_count check (handed_over_count >= 0),
    reopened_count    int not null default 0 constraint hazard_reopened_count check (reopened_count >= 0),

    -- The one clock that runs, null when nobody is waited for
    clock             text constraint hazard_clock_known check (clock in ('confirm', 'assign', 'rectify', 'reinspect')),
    clock_near_at     timestamptz,
    clock_due_at      timestamptz,
    constraint hazard_clock_whole check (
        (clock is null) = (clock_due_at is null) and (clock is null) = (clock_near_at is null)
        and clock_near_at <= clock_due_at),
    constraint hazard_closer_independent check (closed_by is null or not closed_by = any (rectifiers)),
    constraint hazard_duplicate_of_another check (duplicate_of <> id),
    constraint hazard_duplicate_names_one check ((state = 'DUPLICATE') = (duplicate_of is not null)),
    constraint hazard_closed_when_closed check ((state in ('CLOSED', 'LOOKED_BACK')) = (closed_at is not null)),
    constraint hazard_assigned_whole check (
        state not in ('ASSIGNED', 'HANDED_OVER', 'RETURNED') or (unit_id is not null and due_at is not null))
);
-- A number names one hazard of a street.
create unique index hazard_number_idx on hazard.hazard (street_key, number);
-- Lists run newest first. Equality on a key column keeps that order inside an index; a range of area keys would not.
-- Every scope narrows to a street or a community it lies in (a grid to its community), see ADR 0040.
create index hazard_newest_idx on hazard.hazard (reported_at desc, id desc);
create index hazard_street_idx on hazard.hazard (street_key, reported_at desc, id desc);
create index hazard_community_idx on hazard.hazard (community_key, reported_at desc, id desc);
-- An enterprise or a department sees the hazards it answers for.
create index hazard_unit_idx on hazard.hazard (unit_id, reported_at desc, id desc) where unit_id is not null;
-- The filter people use most besides the state: one domain of a street, however rare.
create index hazard_domain_idx on hazard.hazard (street_key, domain, reported_at desc, id desc);
-- Work lists touch only open rows, which stay few however many were closed: by state for "what waits for me",
-- by the end of the running clock for "due first", near and breached.
create index hazard_open_idx on hazard.hazard (street_key, state) where open;
create index hazard_due_idx on hazard.hazard (clock_due_at, id) where clock is not null;
create index hazard_street_due_idx on hazard.hazard (street_key, clock_due_at, id) where clock is not null;
-- My own open work, wherever it lies.
create index hazard_responsible_idx on hazard.hazard (responsible_id) where open;
-- The hazards of an object, of a check or a campaign.
create index hazard_object_idx on hazard.hazard (object_id, reported_at desc) where object_id is not null;
create index hazard_source_idx on hazard.hazard (source_id) where source_id is not null;
-- The key columns follow from each other: without this the planner multiplies their selectivities.
create statistics hazard.hazard_areas (dependencies) on street_key, community_key, area_key from hazard.hazard;
-- Which reports were marked as the same as this one.
create index hazard_duplicate_idx on hazard.hazard (duplicate_of) where duplicate_of is not null;

-- One row for each step, never changed.
create table hazard.step (
    hazard_id  uuid not null references hazard.hazard (id),
    seq        int not null constraint step_seq_positive check (seq > 0),
    at         timestamptz not null,
    actor_id   uuid,
    actor_name text not null,
    action     text not null constraint step_action_format check (action ~ '^[a-z]+(-[a-z]+)*$'),
    from_state text,
    to_state   text not null,
    facts      jsonb not null default '{}',
    primary key (hazard_id, seq)
);
create function hazard.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'hazard.% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger step_append_only before update or delete on hazard.step
    for each row execute function hazard.refuse_change();
create trigger step_no_truncate before truncate on hazard.step
    for each statement execute function hazard.refuse_change();
create trigger hazard_nothing_deleted before delete on hazard.hazard
    for each row execute function hazard.refuse_change();

-- Pairs of neighbouring characters. Chinese is searched by words of two characters, for which trigrams are too long.
create function hazard.pairs(words text) returns text[] language sql immutable strict parallel safe as $$
    select coalesce(array_agg(distinct substr(lower(words), i, 2)), '{}')
    from generate_series(1, greatest(length(words) - 1, 1)) as i
$$;
-- Written once, with the report, apart from the row that changes with every step: an update of that row
-- would otherwise write every pair into the index anew.
create table hazard.wording (
    hazard_id uuid primary key references hazard.hazard (id),
    text      text not null
);
create index wording_pairs_idx on hazard.wording using gin (hazard.pairs(text));

-- Numbers come from one sequence for each street and year, made when the first one is asked for. A sequence is no
-- row: two reports never wait for each other. A report that is rolled back leaves a gap.
create function hazard.next_number(street bigint, year int) returns bigint language plpgsql as $$
declare
    name text := format('hazard.number_%s_%s', street, year);
begin
    if to_regclass(name) is null then
        perform pg_advisory_xact_lock(hashtextextended(name, 0));
        execute format('create sequence if not exists %s', name);
    end if;
    return nextval(name);
end $$;

create view hazard.pub_hazard as
select id, number, domain, grade, source, state, area_key, unit_id, object_id, reported_at, confirmed_at, assigned_at,
       due_at, submitted_at, closed_at, rejected_at, fixed_on_spot, returned_count, handed_back_count, closed_in_time
from hazard.hazard;
