-- Imports of tables: what was read, what is wrong with it, and what became of it.
create table register.import (
    id             uuid primary key,
    type           text not null,
    type_version   int not null,
    file_name      text not null,
    -- Where rows without an area of their own belong; null when every row must name it.
    area_key       bigint,
    state          text not null
                   constraint import_state_known check (state in ('CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'FAILED', 'CANCELLED')),
    person_id      uuid not null,
    person_name    text not null,
    -- The header row as it was read, and which of its columns nothing is known of.
    columns        jsonb not null default '[]',
    ignored        jsonb not null default '[]',
    rows_read      int not null default 0,
    rows_good      int not null default 0,
    rows_bad       int not null default 0,
    rows_duplicate int not null default 0,
    created        int not null default 0,
    merged         int not null default 0,
    skipped        int not null default 0,
    -- Rows done in the running step.
    progress       int not null default 0,
    failure        jsonb,
    started_at     timestamptz not null,
    -- The running step says here that it is alive.
    alive_at       timestamptz not null,
    finished_at    timestamptz,
    constraint import_type_known foreign key (type, type_version) references register.type_version (code, version)
);
create index import_of_person_idx on register.import (person_id, started_at desc);

-- The rows of an import: a good one waits as the object it will become, a bad one keeps its cells and its errors.
create table register.import_row (
    import_id         uuid not null references register.import (id),
    row_number        int not null,
    -- Given when the row is read, so that applying twice makes one object.
    object_id         uuid,
    name              text,
    area_key          bigint,
    unit_id           uuid,
    address           text,
    longitude         double precision,
    latitude          double precision,
    supervision_class smallint,
    contact_name      text,
    contact_phone     text,
    fields            jsonb,
    credit_code       text,
    search_text       text,
    cells             jsonb,
    errors            jsonb,
    -- An object that seems to be the same, and by what.
    duplicate_of      uuid,
    duplicate_by      text,
    choice            text constraint import_row_choice_known check (choice in ('SKIP', 'MERGE', 'CREATE')),
    primary key (import_id, row_number)
);
-- The preview shows bad rows and duplicates, the few among the many.
create index import_row_bad_idx on register.import_row (import_id, row_number) where errors is not null;
create index import_row_duplicate_idx on register.import_row (import_id, row_number) where duplicate_of is not null;
