-- Papers of the organs: drafted, signed, issued under a number without gaps, served or made void; never deleted.
create table paper.organ (
    -- The unit that issues. Units live above this module, so nothing refers to them here.
    unit_id      uuid primary key,
    -- As printed at the head of a paper.
    name         text not null constraint organ_name_length check (name = btrim(name) and length(name) between 2 and 60),
    -- Begins every number, for example 青安; two organs may share one, for example the same office of two districts.
    abbreviation text not null constraint organ_abbreviation_length check (
                     abbreviation = btrim(abbreviation) and length(abbreviation) between 1 and 12),
    area_key     bigint not null,
    -- PNG of the seal, null while none was handed in.
    stamp        bytea constraint organ_stamp_size check (octet_length(stamp) between 1 and 1048576),
    version      int not null default 1
);

-- The last number given out. The row is locked by whoever issues until that transaction ends: two clerks wait for each
-- other for as long as one paper takes, and a paper that fails leaves no gap.
create table paper.counter (
    unit_id uuid not null references paper.organ (unit_id),
    kind    text not null,
    year    int not null,
    last    int not null constraint counter_last_positive check (last > 0),
    primary key (unit_id, kind, year)
);

create table paper.paper (
    id              uuid primary key,
    kind            text not null constraint paper_kind_format check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    kind_version    int not null,
    state           text not null constraint paper_state_known check (
                        state in ('DRAFT', 'SIGNED', 'ISSUED', 'SERVED', 'VOID', 'WITHDRAWN')),
    version         int not null default 1,

    -- The organ that issues it, with its name and abbreviation as they were.
    unit_id         uuid not null references paper.organ (unit_id),
    organ_name      text not null,
    abbreviation    text not null,

    -- The record it is about, and what decides who may see the paper through it.
    subject_kind    text not null constraint paper_subject_kind_format check (subject_kind ~ '^[a-z]+(-[a-z]+)*$'),
    subject_id      uuid not null,
    subject_unit_id uuid,
    subject_name    text not null,
    area_key        bigint not null,
    view_permission text not null constraint paper_permission_format check (
                        view_permission ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),

    -- What fills the blanks of the kind, and the rows of its table.
    content         jsonb not null,
    stamped         boolean not null default false,

    -- What issuing adds
    year            int,
    number          int constraint paper_number_positive check (number > 0),
    token           text constraint paper_token_format check (token ~ '^[A-Za-z0-9_-]{22,}$'),
    issued_on       date,
    content_sha256  text constraint paper_sha256_format check (content_sha256 ~ '^[0-9a-f]{64}$'),

    created_at      timestamptz not null,
    created_by      uuid,
    created_by_name text not null,
    issued_at       timestamptz,
    issued_by_name  text,
    served_way      text constraint paper_served_way_known check (
                        served_way in ('DIRECT', 'LEFT', 'POST', 'ELECTRONIC', 'ENTRUSTED')),
    served_on       date,
    served_to       text constraint paper_served_to_length check (length(btrim(served_to)) between 1 and 100),
    served_note     text constraint paper_served_note_length check (length(btrim(served_note)) between 1 and 500),
    served_at       timestamptz,
    served_by_name  text,
    ended_at        timestamptz,
    ended_by_name   text,
    ended_why       text constraint paper_ended_why_length check (length(btrim(ended_why)) between 1 and 500),

    constraint paper_issued_whole check (
        (number is not null) = (state in ('ISSUED', 'SERVED', 'VOID'))
        and (number is null) = (year is null) and (number is null) = (token is null)
        and (number is null) = (issued_on is null) and (number is null) = (content_sha256 is null)
        and (number is null) = (issued_at is null) and (number is null) = (issued_by_name is null)),
    constraint paper_served_whole check (
        (served_at is null) = (served_way is null) and (served_at is null) = (served_on is null)
        and (served_at is null) = (served_to is null) and (served_at is null) = (served_by_name is null)
        and (state <> 'SERVED' or served_at is not null) and (state in ('SERVED', 'VOID') or served_at is null)),
    constraint paper_left_with_witness check (served_way <> 'LEFT' or served_note is not null),
    constraint paper_ended_for_a_reason check (
        (ended_at is not null) = (state in ('VOID', 'WITHDRAWN'))
        and (ended_at is null) = (ended_why is null) and (ended_at is null) = (ended_by_name is null))
);
-- A number stands on one paper of an organ, kind and year.
create unique index paper_number_idx on paper.paper (unit_id, kind, year, number) where number is not null;
-- What a QR code leads to.
create unique index paper_token_idx on paper.paper (token) where token is not null;
-- "The papers of this hazard".
create index paper_subject_idx on paper.paper (subject_kind, subject_id);
-- Lists run newest first, of an area, of an organ, of a unit that was written to.
create index paper_newest_idx on paper.paper (created_at desc, id desc);
create index paper_area_idx on paper.paper (area_key, created_at desc, id desc);
create index paper_unit_idx on paper.paper (unit_id, created_at desc, id desc);
create index paper_subject_unit_idx on paper.paper (subject_unit_id, created_at desc, id desc)
    where subject_unit_id is not null;

-- Who signed in which place. A signature that was given before the text changed is withdrawn, not removed.
create table paper.signature (
    id            uuid primary key,
    paper_id      uuid not null references paper.paper (id),
    place         text not null constraint signature_place_format check (place ~ '^[a-z]+(-[a-z]+)*$'),
    name          text not null constraint signature_name_length check (length(btrim(name)) between 1 and 50),
    way           text not null constraint signature_way_known check (way in ('DRAWN', 'ON_PAPER', 'REFUSED')),
    witness       text constraint signature_witness_length check (length(btrim(witness)) between 1 and 50),
    image         bytea constraint signature_image_size check (octet_length(image) between 1 and 262144),
    recorded_at   timestamptz not null,
    recorded_by   text not null,
    withdrawn_at  timestamptz,
    constraint signature_drawn check ((way = 'DRAWN') = (image is not null)),
    constraint signature_refused_before_a_witness check ((way = 'REFUSED') = (witness is not null))
);
-- The signatures of one paper, in the order they were given.
create index signature_paper_idx on paper.signature (paper_id, recorded_at);

-- The files as they were issued. They lie here and not among the attachments, because number, row and bytes must come
-- to be in one transaction.
create table paper.file (
    paper_id uuid not null references paper.paper (id),
    format   text not null constraint file_format_known check (format in ('PDF', 'WORD')),
    content  bytea not null,
    sha256   text not null constraint file_sha256_matches check (sha256 = encode(sha256(content), 'hex')),
    primary key (paper_id, format)
);

create function paper.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'paper.%: what was issued does not change, and nothing is deleted', tg_table_name
        using errcode = 'integrity_constraint_violation';
end $$;

-- An issued paper may be served and made void, and follow its subject to another area or unit. All else is frozen.
create function paper.guard_paper() returns trigger language plpgsql as $$
declare
    life constant text[] := array['state', 'version', 'area_key', 'subject_unit_id', 'served_way', 'served_on',
        'served_to', 'served_note', 'served_at', 'served_by_name', 'ended_at', 'ended_by_name', 'ended_why'];
begin
    if old.state in ('DRAFT', 'SIGNED') then
        if new.id <> old.id or new.state in ('SERVED', 'VOID') then
            raise exception 'a paper is issued before it is served or void' using errcode = 'integrity_constraint_violation';
        end if;
        return new;
    end if;
    if (to_jsonb(new) - life) is distinct from (to_jsonb(old) - life)
        or not (new.state = old.state or (old.state = 'ISSUED' and new.state in ('SERVED', 'VOID'))
                or (old.state = 'SERVED' and new.state = 'VOID'))
        or (old.served_at is not null and (new.served_at, new.served_way, new.served_on, new.served_to, new.served_note,
            new.served_by_name) is distinct from (old.served_at, old.served_way, old.served_on, old.served_to,
            old.served_note, old.served_by_name))
        or (old.ended_at is not null and (new.ended_at, new.ended_by_name, new.ended_why)
            is distinct from (old.ended_at, old.ended_by_name, old.ended_why)) then
        raise exception 'paper.paper: what was issued does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger paper_issued_frozen before update on paper.paper for each row execute function paper.guard_paper();
create trigger paper_nothing_deleted before delete on paper.paper
    for each row execute function paper.refuse_change();
create trigger paper_no_truncate before truncate on paper.paper
    for each statement execute function paper.refuse_change();

-- A signature is given to a draft and never changed; it can only be withdrawn while the paper is not issued.
create function paper.guard_signature() returns trigger language plpgsql as $$
begin
    if (select state from paper.paper where id = new.paper_id) not in ('DRAFT', 'SIGNED') then
        raise exception 'paper.signature: the paper is not a draft any more' using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'UPDATE' and (old.withdrawn_at is not null
        or (to_jsonb(new) - 'withdrawn_at') is distinct from (to_jsonb(old) - 'withdrawn_at')) then
        raise exception 'paper.signature: a signature does not change' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger signature_of_drafts before insert or update on paper.signature
    for each row execute function paper.guard_signature();
create trigger signature_nothing_deleted before delete on paper.signature
    for each row execute function paper.refuse_change();
create trigger signature_no_truncate before truncate on paper.signature
    for each statement execute function paper.refuse_change();
create trigger file_frozen before update or delete on paper.file
    for each row execute function paper.refuse_change();
create trigger file_no_truncate before truncate on paper.file
    for each statement execute function paper.refuse_change();

-- Numbers only go up by one: a gap or a number given twice does not pass even a mistaken program.
create function paper.guard_counter() returns trigger language plpgsql as $$
begin
    if (tg_op = 'INSERT' and new.last <> 1)
        or (tg_op = 'UPDATE' and (new.last <> old.last + 1
            or (new.unit_id, new.kind, new.year) is distinct from (old.unit_id, old.kind, old.year))) then
        raise exception 'paper.counter: numbers go up by one' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger counter_steps before insert or update on paper.counter
    for each row execute function paper.guard_counter();
create trigger counter_nothing_deleted before delete on paper.counter
    for each row execute function paper.refuse_change();
