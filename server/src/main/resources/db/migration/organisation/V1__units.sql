-- One directory of units for everybody who leads, cooperates, holds or is checked, and who holds which post in them.
create table organisation.unit (
    id            uuid primary key,
    name          text not null constraint unit_name_present check (name = btrim(name) and length(name) between 1 and 120),
    kind          text not null constraint unit_kind_known check (kind in ('GOVERNMENT', 'DEPARTMENT', 'STATION', 'COMMUNITY',
                      'ENTERPRISE', 'COMMITTEE', 'LEADING_GROUP', 'WORKING_GROUP', 'OFFICE')),
    area_key      bigint not null constraint unit_area references territory.area (key),
    parent_id     uuid constraint unit_parent references organisation.unit (id),
    credit_code   text constraint unit_credit_code_format check (credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}$'),
    phone         text constraint unit_phone_format check (phone ~ '^[0-9+() -]{5,30}$'),
    created_at    timestamptz not null,
    retired_at    timestamptz,
    retire_reason text,
    version       int not null default 0,
    constraint unit_not_its_own_parent check (parent_id <> id),
    constraint unit_retired_for_a_reason check ((retired_at is null) = (retire_reason is null))
);
-- Units of an area, and whole lists in the order of their names.
create index unit_area_idx on organisation.unit (area_key, id);
create index unit_by_name_idx on organisation.unit (name, id);
create index unit_parent_idx on organisation.unit (parent_id);
create unique index unit_credit_code_once_idx on organisation.unit (credit_code) where retired_at is null;
-- Two shops of one name in a street happen; two departments of one name do not.
create unique index unit_name_once_idx on organisation.unit (area_key, name) where retired_at is null and kind <> 'ENTERPRISE';

-- Every name a unit goes by: its own and its aliases, with the form in which documents are matched.
create table organisation.unit_name (
    unit_id uuid not null constraint unit_name_unit references organisation.unit (id),
    name    text not null constraint unit_name_not_empty check (name = btrim(name) and length(name) between 1 and 120),
    alias   boolean not null,
    normal  text not null,
    constraint unit_name_once primary key (unit_id, name)
);
-- A document's word for a unit, exactly or normalised.
create index unit_name_name_idx on organisation.unit_name (name);
create index unit_name_normal_idx on organisation.unit_name (normal);
-- Search by a part of a name.
create index unit_name_trgm_idx on organisation.unit_name using gin (name public.gin_trgm_ops);

-- A post in a unit, held by a person, or by whoever holds a post in another unit (职务对应).
create table organisation.membership (
    id            uuid primary key,
    unit_id       uuid not null constraint membership_unit references organisation.unit (id),
    post          text not null constraint membership_post_present check (post = btrim(post) and length(post) between 1 and 40),
    person_id     uuid constraint membership_person references identity.person (id),
    other_unit_id uuid constraint membership_other_unit references organisation.unit (id),
    other_post    text constraint membership_other_post check (other_post = btrim(other_post) and length(other_post) between 1 and 40),
    sort          int not null default 0,
    since         timestamptz not null,
    ended_at      timestamptz,
    constraint membership_person_or_post check (
        (person_id is not null and other_unit_id is null and other_post is null)
        or (person_id is null and other_unit_id is not null and other_post is not null)),
    constraint membership_not_in_itself check (other_unit_id <> unit_id),
    constraint membership_ends_after_beginning check (ended_at >= since)
);
create index membership_unit_idx on organisation.membership (unit_id, sort) where ended_at is null;
create index membership_person_idx on organisation.membership (person_id) where ended_at is null;
create unique index membership_once_idx on organisation.membership
    (unit_id, post, coalesce(person_id, other_unit_id), coalesce(other_post, '')) where ended_at is null;

-- The named people of an area: who leads a grid and who works in it.
create table organisation.area_holder (
    id        uuid primary key,
    area_key  bigint not null constraint area_holder_area references territory.area (key),
    role      text not null constraint area_holder_role_known check (role in ('STREET_LEADER', 'SECTION_CHIEF', 'STAFF', 'UNIT_HEAD', 'GRID_WORKER')),
    person_id uuid not null constraint area_holder_person references identity.person (id),
    since     timestamptz not null,
    until     timestamptz,
    constraint area_holder_ends_after_beginning check (until >= since)
);
create unique index area_holder_once_idx on organisation.area_holder (area_key, role, person_id) where until is null;
-- One leader, one section chief and one unit head at a time.
create unique index area_holder_single_idx on organisation.area_holder (area_key, role)
    where until is null and role in ('STREET_LEADER', 'SECTION_CHIEF', 'UNIT_HEAD');
create index area_holder_person_idx on organisation.area_holder (person_id) where until is null;

create view organisation.pub_unit as
    select id, name, kind, area_key, retired_at from organisation.unit;
create view organisation.pub_membership as
    select unit_id, person_id, post, since, ended_at from organisation.membership;
