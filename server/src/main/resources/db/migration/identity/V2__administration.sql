-- Administration of people: where a person belongs, a second factor that is not confirmed yet, permissions seen before.
alter table identity.person
    -- The area the person belongs to; administrators see the people of their areas. Null for those of no single area.
    add column area_key bigint;
-- Lists of people are cut by the reader's areas.
create index person_area_idx on identity.person (area_key);

-- The secret shown to the person until a code proves that the device has it; encrypted like the confirmed one.
alter table identity.credential add column totp_pending bytea;

-- Permissions given to the shipped roles once already: what an administrator takes away stays away.
create table identity.known_permission (
    name text primary key
);
insert into identity.known_permission select distinct permission from identity.role_permission;
