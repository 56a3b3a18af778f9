-- People, what they may do and where, and their sessions.
create table identity.person (
    id            uuid primary key,
    name          text not null constraint person_name_present check (btrim(name) <> ''),
    -- The unit the person belongs to. No foreign key: units lie above identity and point down to it.
    unit_id       uuid,
    phone         text constraint person_phone_format check (phone ~ '^[0-9+() -]{5,20}$'),
    locale        text not null default 'zh-CN' constraint person_locale_known check (locale in ('zh-CN', 'zh-Hant', 'en')),
    created_at    timestamptz not null,
    retired_at    timestamptz
);
-- Person pickers search by a part of the name.
create extension if not exists pg_trgm with schema public;
create index person_name_trgm_idx on identity.person using gin (name public.gin_trgm_ops);
create index person_unit_idx on identity.person (unit_id);

create table identity.credential (
    person_id        uuid primary key references identity.person (id),
    login            text not null constraint credential_login_format check (login ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
    password_hash    text not null,
    must_change      boolean not null default false,
    changed_at       timestamptz not null,
    failed_attempts  int not null default 0 constraint credential_attempts_not_negative check (failed_attempts >= 0),
    locked_until     timestamptz,
    totp_secret      bytea,
    totp_last_step   bigint,
    disabled_at      timestamptz,
    constraint credential_login_unique unique (login)
);

create table identity.role (
    id       uuid primary key,
    code     text not null constraint role_code_unique unique constraint role_code_format check (code ~ '^[a-z][a-z0-9-]{1,39}$'),
    names    jsonb not null,
    built_in boolean not null default false,
    version  int not null default 0
);

create table identity.role_permission (
    role_id    uuid not null references identity.role (id),
    permission text not null constraint role_permission_format check (permission ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),
    primary key (role_id, permission)
);

-- A role held by a person, within a range of area keys and/or for one unit.
create table identity.assignment (
    id         uuid primary key,
    person_id  uuid not null references identity.person (id),
    role_id    uuid not null references identity.role (id),
    area_first bigint,
    area_last  bigint,
    unit_id    uuid,
    since      timestamptz not null,
    ended_at   timestamptz,
    constraint assignment_area_range check ((area_first is null) = (area_last is null) and area_first <= area_last),
    constraint assignment_has_scope check (area_first is not null or unit_id is not null)
);
-- Every request asks for the caller's running assignments.
create index assignment_person_idx on identity.assignment (person_id) where ended_at is null;
create unique index assignment_once_idx on identity.assignment
    (person_id, role_id, coalesce(area_first, 0), coalesce(area_last, 0), coalesce(unit_id, '00000000-0000-0000-0000-000000000000'))
    where ended_at is null;

-- One row at most: the token of the first set-up, gone once it was used.
create table identity.setup (
    only_row   boolean primary key default true constraint setup_only_row check (only_row),
    token_hash text not null,
    created_at timestamptz not null
);

-- Spring Session's tables, as the library defines them.
create table identity.session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create unique index session_id_idx on identity.session (session_id);
create index session_expiry_idx on identity.session (expiry_time);
create index session_principal_idx on identity.session (principal_name);
create table identity.session_attributes (
    session_primary_id char(36) not null references identity.session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
