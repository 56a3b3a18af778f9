-- Imports of the official list run in the background; this is where their progress is read.
create table territory.area_import (
    id          uuid primary key,
    root_code   text constraint area_import_root_format check (root_code ~ '^[1-9][0-9]{1,11}$'),
    state       text not null constraint area_import_state check (state in ('RUNNING', 'DONE', 'FAILED')),
    total       int not null constraint area_import_total check (total >= 0),
    done        int not null default 0 constraint area_import_done check (done between 0 and total),
    added       int not null default 0,
    started_by  text not null,
    started_at  timestamptz not null,
    -- Moved with the progress: a run that stands still was cut off.
    touched_at  timestamptz not null,
    finished_at timestamptz,
    problem     text,
    constraint area_import_finished check ((state = 'RUNNING') = (finished_at is null)),
    constraint area_import_failed_says_why check ((state = 'FAILED') = (problem is not null))
);
-- One at a time.
create unique index area_import_running_idx on territory.area_import (state) where state = 'RUNNING';
