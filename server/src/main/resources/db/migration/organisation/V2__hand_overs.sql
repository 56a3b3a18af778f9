-- Hand-overs of a person's work: who gave what to whom, when, why, and which records moved.
create table organisation.hand_over (
    id          uuid primary key,
    from_id     uuid not null constraint hand_over_from references identity.person (id),
    from_name   text not null,
    -- Where the person belonged on that day: who hands over work there opens the record. Null for people of no area.
    area_key    bigint,
    unit_id     uuid,
    reason      text not null constraint hand_over_reason_length check (length(btrim(reason)) between 1 and 500),
    handed_on   date not null,
    at          timestamptz not null,
    by_id       uuid,
    by_name     text not null
);
-- The list, newest first; and that of one person.
create index hand_over_newest_idx on organisation.hand_over (at desc, id desc);
create index hand_over_from_idx on organisation.hand_over (from_id, at desc, id desc);

-- One kind of work that went to one successor.
create table organisation.hand_over_share (
    hand_over_id uuid not null references organisation.hand_over (id),
    position     int not null constraint hand_over_share_position check (position > 0),
    kind         text not null constraint hand_over_share_kind_format check (kind ~ '^[a-z]+(-[a-z]+)*$'),
    to_id        uuid not null constraint hand_over_share_to references identity.person (id),
    to_name      text not null,
    -- Only what lies there; null for whatever no other share of this kind takes.
    area_key     bigint,
    moved        int not null constraint hand_over_share_moved check (moved >= 0),
    -- What the successor may not do where it lies, so that it stayed.
    kept         int not null constraint hand_over_share_kept check (kept >= 0),
    primary key (hand_over_id, position)
);
-- What somebody took over.
create index hand_over_share_to_idx on organisation.hand_over_share (to_id);

-- The records that moved, so that a number opens its rows.
create table organisation.hand_over_item (
    hand_over_id uuid not null,
    position     int not null,
    subject_id   uuid not null,
    label        text not null,
    area_key     bigint,
    unit_id      uuid,
    primary key (hand_over_id, position, subject_id),
    constraint hand_over_item_share foreign key (hand_over_id, position)
        references organisation.hand_over_share (hand_over_id, position)
);

create function organisation.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'organisation.% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger hand_over_append_only before update or delete on organisation.hand_over
    for each row execute function organisation.refuse_change();
create trigger hand_over_share_append_only before update or delete on organisation.hand_over_share
    for each row execute function organisation.refuse_change();
create trigger hand_over_item_append_only before update or delete on organisation.hand_over_item
    for each row execute function organisation.refuse_change();
