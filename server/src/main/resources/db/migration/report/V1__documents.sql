-- Documents composed from indicators, with every figure they name and the question behind it.
create table report.document (
    id            uuid primary key,
    kind          text not null constraint document_kind_known check (kind in ('half-year-briefing')),
    title         text not null constraint document_title_present check (title = btrim(title) and length(title) between 1 and 200),
    area_key      bigint not null,
    area_name     text not null,
    period_from   date not null,
    period_to     date not null,
    -- The moment all figures were taken; rows opened later are those of this moment.
    as_of         timestamptz not null,
    state         text not null constraint document_state_known check (state in ('DRAFT', 'ISSUED', 'WITHDRAWN')),
    -- Sections with their paragraphs; numbers in them name a figure.
    content       jsonb not null,
    created_at    timestamptz not null,
    created_by    text not null,
    issued_at     timestamptz,
    issued_by     text,
    -- Of the Word file as issued, hexadecimal.
    sha256        text constraint document_sha256_format check (sha256 ~ '^[0-9a-f]{64}$'),
    withdrawn_at  timestamptz,
    withdrawn_why text,
    version       int not null default 0,
    constraint document_period check (period_from <= period_to),
    constraint document_issued check ((issued_at is null) = (sha256 is null) and (issued_at is null) = (issued_by is null)),
    constraint document_state_dated check (
        (state = 'ISSUED') = (issued_at is not null) and (state = 'WITHDRAWN') = (withdrawn_at is not null)),
    constraint document_withdrawn_for_a_reason check ((withdrawn_at is null) = (withdrawn_why is null))
);
-- Lists run newest first within an area.
create index document_list_idx on report.document (created_at desc, id desc);
create index document_area_idx on report.document (area_key, created_at desc, id desc);

-- Each figure as it was when the document was made, with what to ask to see its rows again.
create table report.document_figure (
    document_id uuid not null references report.document (id),
    key         text not null,
    position    int not null,
    indicator   text not null,
    part        text not null constraint document_figure_part_known check (part in ('NUMERATOR', 'DENOMINATOR', 'VALUE')),
    period_from date not null,
    period_to   date not null,
    -- Further restrictions, dimension → value.
    filters     jsonb not null,
    numerator   bigint,
    denominator bigint,
    -- The printed number: a count, or a share between 0 and 1. Null: nobody counted.
    value       double precision,
    primary key (document_id, key)
);

-- The Word file as it was issued.
create table report.document_file (
    document_id uuid primary key references report.document (id),
    content     bytea not null
);

create function report.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'an issued document does not change' using errcode = 'integrity_constraint_violation';
end $$;
create trigger document_issued_frozen before update on report.document
    for each row when (old.state <> 'DRAFT') execute function report.refuse_change();
create trigger document_never_deleted before delete on report.document
    for each row execute function report.refuse_change();
create trigger document_figure_frozen before update or delete on report.document_figure
    for each row execute function report.refuse_change();
create trigger document_file_frozen before update or delete on report.document_file
    for each row execute function report.refuse_change();
