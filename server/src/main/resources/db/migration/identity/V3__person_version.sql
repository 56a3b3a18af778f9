-- Counts the changes of a person, so that two administrators who change one person at once notice each other.
alter table identity.person add column version int not null default 0;
