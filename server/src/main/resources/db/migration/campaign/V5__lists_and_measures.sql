-- Lists (清单) of configurable kinds with frozen versions, and institutional measures from draft to abolition.
create table campaign.list_kind (
    id              uuid primary key,
    -- Null: everywhere; else the office that made it, and what lies below.
    area_key        bigint,
    version         int not null constraint list_kind_version_positive check (version > 0),
    -- Of the shipped file this kind follows; null for one made here.
    shipped_version int,
    -- Once somebody here changed a shipped kind, later shipped versions leave it alone.
    edited_here     boolean not null default false,
    retired_at      timestamptz,
    retire_reason   text constraint list_kind_retire_reason_length check (length(btrim(retire_reason)) between 1 and 500),
    constraint list_kind_retired_with_reason check ((retired_at is null) = (retire_reason is null))
);

-- Every version a kind ever had: a list keeps the one it was made with.
create table campaign.list_kind_version (
    kind_id uuid not null references campaign.list_kind (id),
    version int not null,
    names   jsonb not null,
    parts   jsonb not null constraint list_kind_parts_present check (jsonb_typeof(parts) = 'array' and parts <> '[]'),
    made_at timestamptz not null,
    made_by text not null,
    primary key (kind_id, version)
);

create table campaign.list (
    id              uuid primary key,
    kind_id         uuid not null,
    kind_version    int not null,
    title           text not null constraint list_title_length check (length(btrim(title)) between 1 and 200),
    area_key        bigint not null,
    -- The unit that keeps and hands in the list (填报单位); its people see it.
    unit_id         uuid constraint list_unit_fk references organisation.unit (id),
    campaign_id     uuid references campaign.campaign (id),
    starts_on       date not null,
    ends_on         date,
    -- Which hazards are in it: those of the campaign always; those of area, span, domains and grade when it says so.
    by_rule         boolean not null,
    domains         text[] not null default '{}',
    grade           text constraint list_grade_known check (grade in ('GENERAL', 'MAJOR')),
    state           text not null constraint list_state_known check (state in ('OPEN', 'CLOSED')),
    created_at      timestamptz not null,
    created_by_name text not null,
    closed_at       timestamptz,
    close_reason    text,
    version         int not null default 0,
    constraint list_kind_fk foreign key (kind_id, kind_version) references campaign.list_kind_version (kind_id, version),
    constraint list_span check (ends_on >= starts_on),
    constraint list_closed check ((state = 'CLOSED') = (closed_at is not null and close_reason is not null))
);
-- The lists of an area, newest first; those a unit keeps; those of a campaign.
create index list_area_idx on campaign.list (area_key, created_at desc, id desc);
create index list_unit_idx on campaign.list (unit_id, created_at desc, id desc) where unit_id is not null;
create index list_campaign_idx on campaign.list (campaign_id) where campaign_id is not null;

-- Hazards a person took in or left out against the rule. The hazard itself is never copied.
create table campaign.list_choice (
    list_id   uuid not null references campaign.list (id),
    hazard_id uuid not null,
    taken     boolean not null,
    reason    text constraint list_choice_reason_length check (length(btrim(reason)) between 1 and 500),
    at        timestamptz not null,
    by_name   text not null,
    primary key (list_id, hazard_id),
    constraint list_choice_left_out_for_a_reason check (taken or reason is not null)
);

-- What a list holds itself, in a part that is no view of hazards or measures.
create table campaign.list_entry (
    id              uuid primary key,
    list_id         uuid not null references campaign.list (id),
    part            text not null,
    position        int not null,
    -- The entry of another part it belongs to: the measures of a risk.
    about_id        uuid,
    cells           jsonb not null constraint list_entry_cells_object check (jsonb_typeof(cells) = 'object'),
    changed_at      timestamptz not null,
    changed_by_name text not null,
    withdrawn_at    timestamptz,
    withdraw_reason text,
    version         int not null default 0,
    constraint list_entry_of_list unique (list_id, id),
    constraint list_entry_about_fk foreign key (list_id, about_id) references campaign.list_entry (list_id, id),
    constraint list_entry_about_another check (about_id <> id),
    constraint list_entry_position unique (list_id, part, position),
    constraint list_entry_withdrawn_with_reason check ((withdrawn_at is null) = (withdraw_reason is null))
);

-- The list as it stood at a moment: at the end of a stage or when somebody asked.
create table campaign.list_version (
    list_id        uuid not null references campaign.list (id),
    nth            int not null constraint list_version_nth_positive check (nth > 0),
    name           text not null constraint list_version_name_length check (length(btrim(name)) between 1 and 200),
    stage_id       uuid references campaign.stage (id),
    frozen_at      timestamptz not null,
    frozen_by_name text not null,
    rows           int not null,
    -- SHA-256 over the rows in their order, see campaign.list_version_hash.
    sha256         text not null constraint list_version_sha256_format check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (list_id, nth)
);
-- A stage ends once.
create unique index list_version_stage_idx on campaign.list_version (list_id, stage_id) where stage_id is not null;

create table campaign.list_version_row (
    list_id  uuid not null,
    nth      int not null,
    part     text not null,
    position int not null,
    -- The hazard, measure or entry the row shows.
    row_id   uuid not null,
    -- Where the row lay and who answered for it: who sees it now is decided by that.
    area_key bigint not null,
    unit_id  uuid,
    -- Whether something remained to be done about it; null where that means nothing.
    open     boolean,
    cells    jsonb not null,
    primary key (list_id, nth, part, position)
);
-- Two versions are compared row by row.
create unique index list_version_row_id_idx on campaign.list_version_row (list_id, nth, part, row_id);

-- The seal of a version: recomputed whenever somebody asks whether it still holds.
create function campaign.list_version_hash(list uuid, version int) returns text language sql stable as $$
    select encode(sha256(convert_to(coalesce(string_agg(
               concat_ws('|', part, position, row_id, area_key, coalesce(unit_id::text, '-'), coalesce(open::text, '-'), cells::text),
               E'\n' order by part collate "C", position), ''), 'UTF8')), 'hex')
    from campaign.list_version_row where list_id = list and nth = version
$$;

create function campaign.refuse_frozen_change() returns trigger language plpgsql as $$
begin
    raise exception 'campaign.% is frozen', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger list_version_frozen before update or delete on campaign.list_version
    for each row execute function campaign.refuse_frozen_change();
create trigger list_version_row_frozen before update or delete on campaign.list_version_row
    for each row execute function campaign.refuse_frozen_change();
create trigger list_kind_version_frozen before update or delete on campaign.list_kind_version
    for each row execute function campaign.refuse_frozen_change();
create trigger list_nothing_deleted before delete on campaign.list
    for each row execute function campaign.refuse_frozen_change();
create trigger list_entry_nothing_deleted before delete on campaign.list_entry
    for each row execute function campaign.refuse_frozen_change();

-- Institutional measures (制度措施). The texts lie in measure_text, one for each revision.
create table campaign.measure (
    id              uuid primary key,
    area_key        bigint not null,
    -- The unit that issues it.
    unit_id         uuid not null constraint measure_unit_fk references organisation.unit (id),
    kind            text not null constraint measure_kind_known check (kind in ('INSTITUTION', 'PROCEDURE', 'RULES', 'PLAN', 'STANDARD', 'OTHER')),
    domain          text constraint measure_domain_format check (domain ~ '^[a-z]+(-[a-z]+)*$'),
    list_id         uuid references campaign.list (id),
    -- Facts of the common problem it answers, as they were when it was drafted.
    origin          jsonb,
    state           text not null constraint measure_state_known check (state in ('DRAFT', 'IN_FORCE', 'ABOLISHED', 'WITHDRAWN')),
    -- The text in force, null before the first issue; and the one that is being drafted, null when none is.
    nth_in_force    int,
    nth_draft       int,
    -- Of the text shown in lists: the one in force, before the first issue the draft.
    title           text not null constraint measure_title_length check (length(btrim(title)) between 1 and 200),
    number          text,
    issued_on       date,
    created_at      timestamptz not null,
    created_by_name text not null,
    ended_on        date,
    end_reason      text,
    version         int not null default 0,
    constraint measure_in_force check ((state in ('IN_FORCE', 'ABOLISHED')) = (nth_in_force is not null)),
    constraint measure_drafted check (state <> 'DRAFT' or nth_draft is not null),
    constraint measure_ended check ((state in ('ABOLISHED', 'WITHDRAWN')) = (ended_on is not null and end_reason is not null)),
    constraint measure_ended_has_no_draft check (ended_on is null or nth_draft is null)
);
create index measure_area_idx on campaign.measure (area_key, created_at desc, id desc);
create index measure_unit_idx on campaign.measure (unit_id, created_at desc, id desc);
create index measure_list_idx on campaign.measure (list_id) where list_id is not null;
create trigger measure_nothing_deleted before delete on campaign.measure
    for each row execute function campaign.refuse_frozen_change();

create table campaign.measure_text (
    measure_id     uuid not null references campaign.measure (id),
    nth            int not null constraint measure_text_nth_positive check (nth > 0),
    -- Of the files attached to this text.
    files_id       uuid not null constraint measure_text_files_once unique,
    title          text not null constraint measure_text_title_length check (length(btrim(title)) between 1 and 200),
    body           text constraint measure_text_body_length check (length(body) <= 20000),
    -- What the revision changes and why; null for the first text.
    revises        text constraint measure_text_revises_length check (length(btrim(revises)) between 1 and 1000),
    state          text not null constraint measure_text_state_known check (state in ('DRAFT', 'ISSUED', 'DROPPED')),
    unit_id        uuid not null,
    number         text constraint measure_text_number_length check (length(btrim(number)) between 1 and 60),
    issued_on      date,
    effective_on   date,
    issued_at      timestamptz,
    issued_by_name text,
    sha256         text constraint measure_text_sha256_format check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (measure_id, nth),
    constraint measure_text_issued check ((state = 'ISSUED') = (number is not null and issued_on is not null
        and effective_on is not null and issued_at is not null and sha256 is not null)),
    constraint measure_text_effective check (effective_on >= issued_on),
    constraint measure_text_revision_explained check (nth = 1 or revises is not null)
);
-- A number names one text of a unit.
create unique index measure_text_number_idx on campaign.measure_text (unit_id, number) where state = 'ISSUED';
create unique index measure_text_one_draft_idx on campaign.measure_text (measure_id) where state = 'DRAFT';
create function campaign.refuse_issued_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'DRAFT' then
        raise exception 'an issued text does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger measure_text_frozen before update or delete on campaign.measure_text
    for each row execute function campaign.refuse_issued_change();
alter table campaign.measure add constraint measure_in_force_fk foreign key (id, nth_in_force)
    references campaign.measure_text (measure_id, nth) deferrable initially deferred;
alter table campaign.measure add constraint measure_draft_fk foreign key (id, nth_draft)
    references campaign.measure_text (measure_id, nth) deferrable initially deferred;

-- The problems it answers.
create table campaign.measure_hazard (
    measure_id uuid not null references campaign.measure (id),
    hazard_id  uuid not null,
    primary key (measure_id, hazard_id)
);
create index measure_hazard_idx on campaign.measure_hazard (hazard_id);

-- What happened to it, in order; never changed.
create table campaign.measure_step (
    measure_id uuid not null references campaign.measure (id),
    seq        int not null constraint measure_step_seq_positive check (seq > 0),
    action     text not null constraint measure_step_action_known check (action in (
                   'DRAFTED', 'ISSUED', 'REVISION_BEGUN', 'REVISED', 'REVISION_DROPPED', 'ABOLISHED', 'WITHDRAWN')),
    nth        int not null,
    words      text,
    at         timestamptz not null,
    by_name    text not null,
    primary key (measure_id, seq)
);
create trigger measure_step_frozen before update or delete on campaign.measure_step
    for each row execute function campaign.refuse_frozen_change();
