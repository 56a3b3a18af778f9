-- Registers of objects: types whose fields are data, the objects themselves and what was changed about them.
create table register.type (
    code            text primary key
                    constraint type_code_format check (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(code) <= 40)
                    constraint type_code_not_reserved check (code not in ('types', 'objects', 'imports')),
    version         int not null constraint type_version_positive check (version > 0),
    -- Version of the shipped file this type follows; null for a type made here.
    shipped_version int,
    -- True once somebody here changed a shipped type: later shipped versions then leave it alone.
    edited_here     boolean not null default false,
    retired_at      timestamptz
);

-- Every version a type ever had: an object was validated by one of them.
create table register.type_version (
    code       text not null references register.type (code),
    version    int not null,
    definition jsonb not null,
    made_at    timestamptz not null,
    made_by    text not null,
    primary key (code, version)
);

create table register.registered_object (
    id                uuid primary key,
    type              text not null,
    type_version      int not null,
    name              text not null constraint object_name_present check (btrim(name) <> '' and length(name) <= 200),
    area_key          bigint not null,
    -- The unit that answers for it.
    unit_id           uuid,
    address           text constraint object_address_length check (length(address) <= 300),
    longitude         double precision,
    latitude          double precision,
    supervision_class smallint constraint object_class_range check (supervision_class between 1 and 3),
    class_since       timestamptz,
    contact_name      text,
    contact_phone     text,
    fields            jsonb not null default '{}',
    -- The first credit code among the fields, for finding duplicates.
    credit_code       text,
    -- Name, address and the searchable fields that are not personal, in lower case.
    search_text       text not null,
    version           int not null default 0,
    registered_at     timestamptz not null,
    registered_by     text not null,
    import_id         uuid,
    changed_at        timestamptz not null,
    retired_at        timestamptz,
    retired_reason    text,
    constraint object_type_known foreign key (type, type_version) references register.type_version (code, version),
    constraint object_place_whole check ((longitude is null) = (latitude is null)),
    constraint object_place_on_earth check (longitude between -180 and 180 and latitude between -90 and 90),
    constraint object_class_dated check ((supervision_class is null) or (class_since is not null)),
    constraint object_retired_with_reason check ((retired_at is null) = (retired_reason is null))
);
-- One register by name (pinyin), step by step.
create index object_by_name_idx on register.registered_object (type, name collate "zh-x-icu", id);
-- One register, newest first.
create index object_by_newest_idx on register.registered_object (type, registered_at desc, id desc);
-- Counts and selections within an area, and "is there one of this name in this area already".
create index object_in_area_idx on register.registered_object (area_key, type, name);
-- An enterprise sees the objects it answers for.
create index object_of_unit_idx on register.registered_object (unit_id) where unit_id is not null;
-- "Is there one of this credit code already".
create index object_credit_code_idx on register.registered_object (credit_code) where credit_code is not null;
-- Search by a part of the name, the address or a searchable field.
create index object_search_idx on register.registered_object using gin (search_text public.gin_trgm_ops);

-- What was changed about an object after it was registered.
create table register.object_change (
    object_id uuid not null references register.registered_object (id),
    version   int not null,
    kind      text not null
              constraint object_change_kind_known check (kind in ('CHANGED', 'CLASSED', 'RETIRED', 'RESTORED', 'MERGED')),
    at        timestamptz not null,
    by_id     uuid,
    by_name   text not null,
    -- member or field → {before, after}
    changes   jsonb not null,
    reason    text,
    primary key (object_id, version)
);

create view register.pub_object as
select id, type, name, area_key, unit_id, supervision_class::int as supervision_class, registered_at, retired_at
from register.registered_object;
