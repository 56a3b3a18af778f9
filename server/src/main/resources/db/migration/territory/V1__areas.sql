-- The area tree from province to grid. The key is the path, so level and parent follow from it and cannot disagree.
create extension if not exists pg_trgm with schema public;

create table territory.area (
    key           bigint primary key constraint area_key_digits check (key >= 1000000000000000000),
    name          text not null constraint area_name_present check (name = btrim(name) and length(name) between 1 and 100),
    level         text not null generated always as (case
                      when key % 100000000000000000 = 0 then 'PROVINCE'
                      when key % 1000000000000000 = 0 then 'CITY'
                      when key % 10000000000000 = 0 then 'DISTRICT'
                      when key % 10000000000 = 0 then 'STREET'
                      when key % 10000000 = 0 then 'COMMUNITY'
                      when key % 100000 = 0 then 'GRID_1'
                      when key % 1000 = 0 then 'GRID_2'
                      else 'GRID_3' end) stored,
    -- Where a level is left out (a city without districts), the parent is the next area above.
    parent_key    bigint generated always as (case
                      when key % 100000000000000000 = 0 then null
                      when key % 1000000000000000 = 0 then key - key % 100000000000000000
                      when key % 10000000000000 = 0 then key - key % 1000000000000000
                      when key % 10000000000 = 0 then key - key % 10000000000000
                      when key % 10000000 = 0 then key - key % 10000000000
                      when key % 100000 = 0 then key - key % 10000000
                      when key % 1000 = 0 then key - key % 100000
                      else key - key % 1000 end) stored
                      constraint area_parent references territory.area (key),
    official_code text constraint area_official_code_format check (official_code ~ '^[1-9][0-9]{11}$'),
    sort          int not null default 0,
    created_at    timestamptz not null,
    retired_at    timestamptz,
    retire_reason text,
    merged_into   bigint constraint area_merged_into references territory.area (key),
    constraint area_retired_for_a_reason check ((retired_at is null) = (retire_reason is null)),
    constraint area_merged_is_retired check (merged_into is null or retired_at is not null),
    constraint area_not_merged_into_itself check (merged_into <> key)
);
-- The tree is read one parent at a time, in this order.
create index area_children_idx on territory.area (parent_key, sort, key);
-- The area a list names by its name alone.
create index area_name_idx on territory.area (name);
-- Search by a part of the name.
create index area_name_trgm_idx on territory.area using gin (name public.gin_trgm_ops);

-- What became of an area that got another key: rows that carry the old key belong to the new one.
create table territory.recode (
    old_key bigint primary key constraint recode_old references territory.area (key),
    new_key bigint not null constraint recode_new references territory.area (key),
    at      timestamptz not null,
    constraint recode_changes check (old_key <> new_key)
);
-- "Which old keys count as this area today?"
create index recode_new_idx on territory.recode (new_key);

-- The history of an area as its page shows it.
create table territory.area_change (
    id          uuid primary key,
    area_key    bigint not null constraint area_change_area references territory.area (key),
    at          timestamptz not null,
    kind        text not null constraint area_change_kind check (kind in ('CREATED', 'RENAMED', 'RETIRED', 'MERGED', 'RECODED')),
    before      text,
    after       text,
    reason      text,
    person_id   uuid constraint area_change_person references identity.person (id),
    person_name text not null
);
create index area_change_area_idx on territory.area_change (area_key, at);

create view territory.pub_area as
    select key, name, level, parent_key, retired_at from territory.area;
