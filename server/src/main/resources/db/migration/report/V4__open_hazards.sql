-- Open hazards as figures read them, each a row of 150 bytes. In their own table sixteen thousand of them lie on as many
-- pages among ten million others, and a dashboard reads them five times.
create table report.open_hazard (
    id                uuid primary key,
    area_key          bigint not null,
    domain            text not null,
    grade             text not null,
    source            text not null,
    state             text not null,
    reported_at       timestamptz not null,
    confirmed_at      timestamptz,
    due_at            timestamptz,
    fixed_on_spot     boolean not null,
    returned_count    int not null,
    handed_back_count int not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

-- In the transaction of the step, so that a hazard is in exactly one of open ones and settled ones.
create function report.note_open() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.open then
        if new.open then
            update report.open_hazard
            set area_key = new.area_key, domain = new.domain, grade = new.grade, source = new.source,
                state = new.state, reported_at = new.reported_at, confirmed_at = new.confirmed_at,
                due_at = new.due_at, fixed_on_spot = new.fixed_on_spot, returned_count = new.returned_count,
                handed_back_count = new.handed_back_count
            where id = new.id;
        else
            delete from report.open_hazard where id = new.id;
        end if;
    else
        insert into report.open_hazard values (
            new.id, new.area_key, new.domain, new.grade, new.source, new.state, new.reported_at, new.confirmed_at,
            new.due_at, new.fixed_on_spot, new.returned_count, new.handed_back_count);
    end if;
    return null;
end $$;
create trigger hazard_opened after insert on hazard.hazard
    for each row when (new.open) execute function report.note_open();
create trigger hazard_open after update on hazard.hazard
    for each row when ((old.open or new.open)
        and (old.open, old.area_key, old.domain, old.grade, old.source, old.state, old.reported_at, old.confirmed_at,
             old.due_at, old.fixed_on_spot, old.returned_count, old.handed_back_count)
            is distinct from
            (new.open, new.area_key, new.domain, new.grade, new.source, new.state, new.reported_at, new.confirmed_at,
             new.due_at, new.fixed_on_spot, new.returned_count, new.handed_back_count))
    execute function report.note_open();

create function report.gather_open_hazards() returns void language sql as $$
    delete from report.open_hazard;
    insert into report.open_hazard
    select id, area_key, domain, grade, source, state, reported_at, confirmed_at, due_at, fixed_on_spot,
           returned_count, handed_back_count
    from hazard.hazard where open;
$$;
select report.gather_open_hazards();

drop function report.gather_settled_hazards();
-- Everything anew from the hazards themselves, for whoever wrote to their table past the triggers (a restored table, a
-- bulk load). Folding afterwards adds it up.
create function report.gather_hazards() returns void language sql as $$
    lock table hazard.hazard in share row exclusive mode;
    delete from report.settled_hazard;
    delete from report.hazard_month;
    insert into report.settled_hazard
    select 1, area_key, domain, grade, source, state, reported_at, confirmed_at, due_at, closed_at, rejected_at,
           fixed_on_spot, returned_count, handed_back_count, closed_in_time
    from hazard.hazard where not open and state <> 'DUPLICATE';
    select report.gather_open_hazards();
$$;

create or replace view report.pub_hazard_tail as
select 1::smallint as sign, area_key, domain, grade, source, state, reported_at, confirmed_at, due_at,
       null::timestamptz as closed_at, null::timestamptz as rejected_at, fixed_on_spot, returned_count,
       handed_back_count, null::boolean as closed_in_time
from report.open_hazard
union all
select sign, area_key, domain, grade, source, state, reported_at, confirmed_at, due_at, closed_at, rejected_at,
       fixed_on_spot, returned_count, handed_back_count, closed_in_time
from report.settled_hazard;
