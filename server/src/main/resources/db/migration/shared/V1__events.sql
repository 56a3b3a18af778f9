-- Stored events: written in the transaction of the use case, delivered after commit, visible when they fail.
create table shared.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
-- The relay asks for what is not completed yet; completed rows are the many, open ones the few.
create index event_publication_open_idx on shared.event_publication (publication_date) where completion_date is null;
-- Completion finds the row by listener and event among the open ones.
create index event_publication_by_listener_idx on shared.event_publication (listener_id) where completion_date is null;
