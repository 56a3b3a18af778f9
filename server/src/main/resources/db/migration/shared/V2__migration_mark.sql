-- The fingerprint of the migrations last applied as a whole: a start that finds its own fingerprint skips looking.
create table shared.migration_mark (
    only_row    boolean primary key default true constraint migration_mark_only_row check (only_row),
    fingerprint text not null
);
