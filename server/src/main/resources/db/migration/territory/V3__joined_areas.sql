-- Whether an area joined another or goes on under its new key: what follows an area must not follow it into a neighbour.
alter table territory.area add column joined boolean not null default false;
-- A new key is made together with the old one's end; a neighbour was there long before.
update territory.area old set joined = true
from territory.area successor
where successor.key = old.merged_into and successor.created_at < old.retired_at - interval '1 minute';
alter table territory.area add constraint area_joined_another check (not joined or merged_into is not null);
