-- The audit trail: entries are appended in the transaction of the act; a sealer links them into one hash chain.
create table audit.entry (
    id           bigint generated always as identity primary key,
    at           timestamptz not null,
    actor_id     uuid,
    actor_name   text not null,
    action       text not null constraint entry_action_format check (action ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),
    subject_kind text not null,
    subject_id   text not null,
    area_key     bigint,
    facts        jsonb not null default '{}',
    trace_id     text,
    -- The transaction that wrote the row: the sealer takes only what no running transaction can still precede.
    xid          xid8 not null default pg_current_xact_id()
);
-- "Everything that happened to this subject", newest first.
create index entry_subject_idx on audit.entry (subject_kind, subject_id, id);
create index entry_actor_idx on audit.entry (actor_id, id);
create index entry_action_idx on audit.entry (action, id);
-- Readers see the entries of their areas only, newest first.
create index entry_area_idx on audit.entry (area_key, id);

create table audit.link (
    position  bigint primary key constraint link_position_positive check (position > 0),
    entry_id  bigint not null constraint link_entry_once unique references audit.entry (id),
    hash      bytea not null constraint link_hash_length check (length(hash) = 32)
);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'audit.% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger entry_append_only before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger link_append_only before update or delete on audit.link for each row execute function audit.refuse_change();
create trigger entry_no_truncate before truncate on audit.entry for each statement execute function audit.refuse_change();
create trigger link_no_truncate before truncate on audit.link for each statement execute function audit.refuse_change();
