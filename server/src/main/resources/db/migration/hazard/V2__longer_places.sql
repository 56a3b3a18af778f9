-- A place is often the address of an object, which the register takes up to 300 characters.
alter table hazard.hazard drop constraint hazard_place_length;
alter table hazard.hazard add constraint hazard_place_length check (length(btrim(place)) between 1 and 300);
