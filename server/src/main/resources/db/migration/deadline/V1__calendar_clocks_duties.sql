-- The working-day calendar, running deadlines, recurring duties with their occurrences.
create table deadline.calendar_day (
    day     date primary key,
    working boolean not null,
    name    text not null
);

-- Only what is running: a deadline that was met is gone, its story is told by its record's own timeline.
create table deadline.running_deadline (
    subject       text not null,
    subject_id    uuid not null,
    kind          text not null,
    area_key      bigint not null,
    unit_id       uuid,
    near_at       timestamptz not null,
    due_at        timestamptz not null,
    -- When the scheduler has to look next: near_at, then the moment after due_at, then never.
    wake_at       timestamptz,
    primary key (subject, subject_id, kind),
    constraint running_deadline_near_before_due check (near_at <= due_at)
);
-- The scheduler takes what is awake, earliest first.
create index running_deadline_wake_idx on deadline.running_deadline (wake_at) where wake_at is not null;
-- "What falls due here": by area and due date.
create index running_deadline_area_idx on deadline.running_deadline (area_key, due_at);

create table deadline.duty (
    id          uuid primary key,
    subject     text not null,
    subject_id  uuid not null,
    title       text not null constraint duty_title_present check (btrim(title) <> ''),
    area_key    bigint not null,
    unit_id     uuid,
    every       text not null constraint duty_every_known check (every in ('P1D', 'P1W', 'P1M', 'P3M', 'P6M', 'P1Y')),
    times       int not null constraint duty_times_positive check (times > 0),
    from_day    date not null,
    until_day   date,
    ended_at    timestamptz,
    constraint duty_span check (until_day is null or from_day <= until_day)
);
create index duty_subject_idx on deadline.duty (subject, subject_id);
-- The generator asks for the running duties once a day.
create index duty_running_idx on deadline.duty (id) where ended_at is null;

create table deadline.occurrence (
    id           uuid primary key,
    duty_id      uuid not null references deadline.duty (id),
    period_start date not null,
    period_end   date not null,
    due_at       timestamptz not null,
    done_count   int not null default 0 constraint occurrence_done_not_negative check (done_count >= 0),
    done_at      timestamptz,
    version      int not null default 0,
    constraint occurrence_once unique (duty_id, period_start),
    constraint occurrence_span check (period_start <= period_end)
);
-- "What is still to do", earliest due first.
create index occurrence_open_idx on deadline.occurrence (due_at) where done_at is null;

create table deadline.fulfilment (
    id            uuid primary key,
    occurrence_id uuid not null references deadline.occurrence (id),
    at            timestamptz not null,
    person_id     uuid,
    person_name   text not null,
    note          text not null constraint fulfilment_note_present check (btrim(note) <> '')
);
create index fulfilment_occurrence_idx on deadline.fulfilment (occurrence_id, at);

-- For the report module: each occurrence with the place and unit of its duty.
create view deadline.pub_duty_occurrence as
select o.id, o.duty_id, d.subject, d.subject_id, d.title, d.area_key, d.unit_id, o.period_start, o.period_end, o.due_at,
       o.done_at, o.done_count, d.times
from deadline.occurrence o
join deadline.duty d on d.id = o.duty_id;
