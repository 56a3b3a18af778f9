-- Why the listener of a stored event failed last, for the people who replay it.
create table shared.event_failure (
    publication_id uuid primary key
        constraint event_failure_publication references shared.event_publication (id) on delete cascade,
    error          text not null,
    failed_at      timestamptz not null
);
