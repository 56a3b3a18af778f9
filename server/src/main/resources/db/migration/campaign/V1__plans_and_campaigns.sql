-- Plan documents with what was found in them, and the campaigns they become.
create table campaign.plan_document (
    id               uuid primary key,
    title            text not null constraint plan_document_title_present check (btrim(title) <> ''),
    file_name        text not null,
    format           text not null constraint plan_document_format_known check (format in ('DOCX', 'TEXT', 'PDF')),
    -- The original in the attachment module, which is asked for it through its interface.
    attachment_id    uuid not null,
    area_key         bigint not null,
    uploaded_by      uuid,
    uploaded_by_name text not null,
    uploaded_at      timestamptz not null,
    read_at          timestamptz not null,
    reader_version   text not null,
    -- The year that dates without one belong to; null until a person has said it.
    base_year        int constraint plan_document_base_year_range check (base_year between 1990 and 2100),
    state            text not null constraint plan_document_state_known check (state in ('READ', 'CONFIRMED', 'DISCARDED')),
    settled_at       timestamptz,
    settled_by_name  text,
    discard_reason   text,
    version          int not null default 0,
    constraint plan_document_settled check ((state = 'READ') = (settled_at is null)),
    constraint plan_document_discard_reason_given check (state <> 'DISCARDED' or btrim(discard_reason) <> '')
);
-- The list of documents of an area, newest first.
create index plan_document_list_idx on campaign.plan_document (area_key, uploaded_at desc, id desc);

create table campaign.plan_paragraph (
    document_id   uuid not null references campaign.plan_document (id),
    line          int not null constraint plan_paragraph_line_positive check (line > 0),
    text          text not null,
    page          int,
    heading_level int,
    primary key (document_id, line)
);

-- One thing the reader or a person found: the reader's words stay beside those a person edited.
create table campaign.finding (
    id          uuid primary key,
    document_id uuid not null references campaign.plan_document (id),
    kind        text not null constraint finding_kind_known
                check (kind in ('OUTLINE', 'STAGE', 'RESPONSIBILITY', 'DEADLINE', 'RECURRENCE', 'TARGET')),
    line        int not null,
    start_at    int not null,
    end_at      int not null,
    data_read   jsonb,
    data        jsonb not null,
    decision    text not null default 'PENDING' constraint finding_decision_known
                check (decision in ('PENDING', 'ACCEPTED', 'REJECTED')),
    decided_at  timestamptz,
    decided_by  uuid,
    version     int not null default 0,
    constraint finding_paragraph_fk foreign key (document_id, line) references campaign.plan_paragraph (document_id, line),
    constraint finding_passage_order check (start_at >= 0 and end_at >= start_at),
    constraint finding_decided check ((decision = 'PENDING') = (decided_at is null))
);
-- The findings of a document in reading order.
create index finding_document_idx on campaign.finding (document_id, line, start_at);

create table campaign.plan_warning (
    document_id uuid not null references campaign.plan_document (id),
    position    int not null,
    kind        text not null,
    line        int not null,
    start_at    int not null,
    end_at      int not null,
    facts       jsonb not null,
    primary key (document_id, position)
);

-- Which unit a printed name means, as a person said; names without a row are looked up.
create table campaign.unit_mapping (
    document_id  uuid not null references campaign.plan_document (id),
    printed_name text not null,
    unit_id      uuid not null,
    primary key (document_id, printed_name)
);

create table campaign.campaign (
    id              uuid primary key,
    title           text not null constraint campaign_title_present check (btrim(title) <> ''),
    summary         text,
    area_key        bigint not null,
    lead_unit_id    uuid,
    starts_on       date,
    ends_on         date,
    state           text not null constraint campaign_state_known check (state in ('DRAFT', 'RUNNING', 'CLOSED')),
    document_id     uuid references campaign.plan_document (id) constraint campaign_document_once unique,
    created_at      timestamptz not null,
    created_by_name text not null,
    closed_at       timestamptz,
    close_reason    text,
    version         int not null default 0,
    constraint campaign_span check (ends_on >= starts_on),
    constraint campaign_closed check ((state = 'CLOSED') = (closed_at is not null and close_reason is not null))
);
-- The list of campaigns of an area, newest first.
create index campaign_list_idx on campaign.campaign (area_key, created_at desc, id desc);

-- Every part that came from a document keeps the passage: line and offsets in the campaign's document.
create table campaign.stage (
    id               uuid primary key,
    campaign_id      uuid not null references campaign.campaign (id),
    position         int not null,
    name             text not null constraint stage_name_present check (btrim(name) <> ''),
    starts_on        date,
    starts_precision text constraint stage_starts_precision_known check (starts_precision in ('DAY', 'MONTH')),
    ends_on          date,
    ends_precision   text constraint stage_ends_precision_known check (ends_precision in ('DAY', 'MONTH')),
    source_line      int,
    source_start     int,
    source_end       int,
    withdrawn_at     timestamptz,
    version          int not null default 0,
    constraint stage_span check (ends_on >= starts_on)
);
create index stage_campaign_idx on campaign.stage (campaign_id, position);

create table campaign.topic (
    id           uuid primary key,
    campaign_id  uuid not null references campaign.campaign (id),
    position     int not null,
    level        int not null constraint topic_level_positive check (level > 0),
    parent_id    uuid references campaign.topic (id),
    label        text not null,
    title        text not null,
    source_line  int,
    source_start int,
    source_end   int,
    -- Tasks, duties and targets refer to a topic of their own campaign.
    constraint topic_of_campaign unique (campaign_id, id)
);
create index topic_campaign_idx on campaign.topic (campaign_id, position);

create table campaign.task (
    id              uuid primary key,
    campaign_id     uuid not null references campaign.campaign (id),
    topic_id        uuid,
    position        int not null,
    title           text not null constraint task_title_present check (btrim(title) <> ''),
    recipient       text,
    due_on          date,
    due_precision   text constraint task_due_precision_known check (due_precision in ('DAY', 'MONTH')),
    state           text not null constraint task_state_known check (state in ('OPEN', 'DONE', 'WITHDRAWN')),
    percent         int not null default 0 constraint task_percent_range check (percent between 0 and 100),
    done_at         timestamptz,
    withdraw_reason text,
    source_line     int,
    source_start    int,
    source_end      int,
    version         int not null default 0,
    constraint task_topic_fk foreign key (campaign_id, topic_id) references campaign.topic (campaign_id, id),
    constraint task_done check ((state = 'DONE') = (done_at is not null))
);
create index task_campaign_idx on campaign.task (campaign_id, position);
-- Slipping tasks and the next ones due.
create index task_open_due_idx on campaign.task (due_on, id) where state = 'OPEN';

-- Who leads and who cooperates. A printed name that is no unit yet stays as printed.
create table campaign.task_unit (
    task_id       uuid not null references campaign.task (id),
    position      int not null,
    role          text not null constraint task_unit_role_known check (role in ('LEAD', 'COOPERATE')),
    printed_name  text not null,
    unit_id       uuid,
    -- Where that unit works: its people see the campaign that names it.
    unit_area_key bigint,
    primary key (task_id, position),
    constraint task_unit_area_with_unit check ((unit_id is null) = (unit_area_key is null))
);
-- "The tasks of my unit", and whether a unit of a scope takes part.
create index task_unit_unit_idx on campaign.task_unit (unit_id) where unit_id is not null;

create table campaign.duty (
    -- Also the id of the duty in the calendar.
    id           uuid primary key,
    campaign_id  uuid not null references campaign.campaign (id),
    topic_id     uuid,
    position     int not null,
    title        text not null,
    every        text not null constraint duty_every_known check (every in ('P1D', 'P1W', 'P1M', 'P3M', 'P6M', 'P1Y')),
    times        int not null constraint duty_times_positive check (times > 0),
    at_text      text,
    unit_id      uuid,
    starts_on    date not null,
    ends_on      date,
    source_line  int,
    source_start int,
    source_end   int,
    constraint duty_topic_fk foreign key (campaign_id, topic_id) references campaign.topic (campaign_id, id)
);
create index duty_campaign_idx on campaign.duty (campaign_id, position);

create table campaign.target (
    id           uuid primary key,
    campaign_id  uuid not null references campaign.campaign (id),
    topic_id     uuid,
    position     int not null,
    metric       text not null,
    op           text not null constraint target_op_known check (op in ('>=', '<=', '=')),
    value        numeric not null,
    unit         text not null,
    by_on        date,
    source_line  int,
    source_start int,
    source_end   int,
    constraint target_topic_fk foreign key (campaign_id, topic_id) references campaign.topic (campaign_id, id)
);
create index target_campaign_idx on campaign.target (campaign_id, position);

-- What was reported on a task, in order; never changed.
create table campaign.progress_note (
    id          uuid primary key,
    campaign_id uuid not null references campaign.campaign (id),
    task_id     uuid not null references campaign.task (id),
    kind        text not null constraint progress_note_kind_known check (kind in ('PROGRESS', 'DONE', 'REOPENED')),
    percent     int not null constraint progress_note_percent_range check (percent between 0 and 100),
    words       text not null constraint progress_note_words_present check (btrim(words) <> ''),
    at          timestamptz not null,
    by_id       uuid,
    by_name     text not null
);
create index progress_note_task_idx on campaign.progress_note (task_id, at);
create index progress_note_campaign_idx on campaign.progress_note (campaign_id, at);
