-- Messages leave the building: a person may have an e-mail address, and senders ask who holds a permission where.
alter table identity.person
    add column email text constraint person_email_format
        check (email ~ '^[^[:space:]@<>"(),:;\\]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,187}[A-Za-z0-9])?$');
-- Who holds this role in a range that covers an area, or for a unit.
create index assignment_role_idx on identity.assignment (role_id, area_first, area_last) where ended_at is null;
