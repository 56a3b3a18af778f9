-- The transaction that changed the permissions of a role last: a server that remembers them sees by it that they are
-- still what it remembers, whoever changed them.
alter table identity.role add column permissions_from bigint not null default 0;

create function identity.note_permissions() returns trigger language plpgsql as $$
begin
    update identity.role
    set permissions_from = pg_current_xact_id()::text::bigint
    where id in (old.role_id, new.role_id) and permissions_from <> pg_current_xact_id()::text::bigint;
    return null;
end $$;

create trigger role_permission_noted after insert or update or delete on identity.role_permission
    for each row execute function identity.note_permissions();
