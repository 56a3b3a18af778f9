-- Figures of hazards without reading every hazard: settled ones are added up by month, open ones are read (ADR 0051).

-- What became settled, or changed after it was, and is not added up yet. Rows are appended by the transaction of the
-- step, +1 for the facts that hold from now on, -1 for those that held before; folding takes them away again. There is
-- no index and no key: a step pays for one row in the heap, and what is read is read as a whole.
create table report.settled_hazard (
    sign              smallint not null constraint settled_hazard_sign check (sign in (-1, 1)),
    area_key          bigint not null,
    domain            text not null,
    grade             text not null,
    source            text not null,
    state             text not null,
    reported_at       timestamptz not null,
    confirmed_at      timestamptz,
    due_at            timestamptz,
    closed_at         timestamptz,
    rejected_at       timestamptz,
    fixed_on_spot     boolean not null,
    returned_count    int not null,
    handed_back_count int not null,
    closed_in_time    boolean
);

-- Settled hazards of a community or street that share the months of their dates, once as a whole (dimension '') and once
-- for each value of one dimension. Duplicates are left out: they count in no figure.
create table report.hazard_month (
    -- Sums by street are a tenth of those by community, for districts and above.
    level          text not null constraint hazard_month_level_known check (level in ('STREET', 'COMMUNITY')),
    dimension      text not null constraint hazard_month_dimension_known
                       check (dimension in ('', 'domain', 'grade', 'source', 'state')),
    -- The key of the community or street; of the area itself where a hazard lies above all of them.
    area_key       bigint not null,
    -- First days of months in office time, null where the date has not come.
    reported_at    date not null,
    confirmed_at   date,
    due_at         date,
    closed_at      date,
    rejected_at    date,
    value          text not null,
    hazards        int not null,
    major          int not null,
    fixed_on_spot  int not null,
    returned       int not null,
    handed_back    int not null,
    -- Closed with a deadline to be judged by, and those of them that met it.
    judged         int not null,
    in_time        int not null
) with (fillfactor = 90);
-- Folding finds the row to add to; readers find a dimension of a run of areas and months.
create unique index hazard_month_idx on report.hazard_month
    (level, dimension, area_key, reported_at, closed_at, rejected_at, confirmed_at, due_at, value) nulls not distinct;

-- Until when events are folded: a figure that ends earlier, and not with a month, is counted from the rows.
create table report.hazard_fold (
    folded_until timestamptz not null,
    only_one     boolean primary key default true constraint hazard_fold_only_one check (only_one)
);
insert into report.hazard_fold (folded_until) values ('epoch');

create function report.month_of(at timestamptz) returns date language sql immutable parallel safe as $$
    select date_trunc('month', at at time zone 'Asia/Shanghai')::date
$$;

create function report.note_settled() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if (old.state, old.grade, old.domain, old.source, old.area_key, old.reported_at, old.confirmed_at, old.due_at,
            old.closed_at, old.rejected_at, old.fixed_on_spot, old.returned_count, old.handed_back_count,
            old.closed_in_time)
           is not distinct from
           (new.state, new.grade, new.domain, new.source, new.area_key, new.reported_at, new.confirmed_at, new.due_at,
            new.closed_at, new.rejected_at, new.fixed_on_spot, new.returned_count, new.handed_back_count,
            new.closed_in_time) then
            return null;
        end if;
        if not old.open and old.state <> 'DUPLICATE' then
            insert into report.settled_hazard values (
                -1, old.area_key, old.domain, old.grade, old.source, old.state, old.reported_at, old.confirmed_at,
                old.due_at, old.closed_at, old.rejected_at, old.fixed_on_spot, old.returned_count,
                old.handed_back_count, old.closed_in_time);
        end if;
    end if;
    if not new.open and new.state <> 'DUPLICATE' then
        insert into report.settled_hazard values (
            1, new.area_key, new.domain, new.grade, new.source, new.state, new.reported_at, new.confirmed_at,
            new.due_at, new.closed_at, new.rejected_at, new.fixed_on_spot, new.returned_count,
            new.handed_back_count, new.closed_in_time);
    end if;
    return null;
end $$;
-- Steps between open states do not call it.
create trigger hazard_settled_at_once after insert on hazard.hazard
    for each row when (not new.open) execute function report.note_settled();
create trigger hazard_settled after update on hazard.hazard
    for each row when (not old.open or not new.open) execute function report.note_settled();

-- Adds up what happened before a moment and takes it out of the list, in one statement: a reader sees it in one place or
-- in the other. A settled hazard without a date of its end, which no step leaves, stays in the list.
create function report.fold_hazards(until timestamptz) returns bigint language plpgsql as $$
declare
    taken bigint;
begin
    with gone as (
        delete from report.settled_hazard
        where greatest(reported_at, confirmed_at, closed_at, rejected_at) < until
          and (closed_at is not null or rejected_at is not null)
        returning *
    ), months as (
        select sign, area_key - area_key % 10000000 as community,
               area_key - area_key % 10000000000 as street, report.month_of(reported_at) as reported,
               report.month_of(confirmed_at) as confirmed, report.month_of(due_at) as due,
               report.month_of(closed_at) as closed, report.month_of(rejected_at) as rejected,
               domain, grade, source, state, fixed_on_spot, returned_count, handed_back_count, closed_in_time
        from gone
    ), added as (
        insert into report.hazard_month as m (
            level, dimension, area_key, reported_at, confirmed_at, due_at, closed_at, rejected_at, value,
            hazards, major, fixed_on_spot, returned, handed_back, judged, in_time)
        select case when grouping(community) = 0 then 'COMMUNITY' else 'STREET' end,
               case when grouping(domain) = 0 then 'domain' when grouping(grade) = 0 then 'grade'
                    when grouping(source) = 0 then 'source' when grouping(state) = 0 then 'state' else '' end,
               coalesce(community, street), reported, confirmed, due, closed, rejected, coalesce(domain, grade, source, state, ''),
               sum(sign), coalesce(sum(sign) filter (where grade = 'MAJOR'), 0),
               coalesce(sum(sign) filter (where fixed_on_spot), 0),
               coalesce(sum(sign) filter (where returned_count > 0), 0),
               coalesce(sum(sign) filter (where handed_back_count > 0), 0),
               coalesce(sum(sign) filter (where closed_in_time is not null), 0),
               coalesce(sum(sign) filter (where closed_in_time), 0)
        from months
        group by reported, confirmed, due, closed, rejected, grouping sets ((community), (street)),
                 grouping sets ((), (domain), (grade), (source), (state))
        on conflict (level, dimension, area_key, reported_at, closed_at, rejected_at, confirmed_at, due_at, value) do update
        set hazards = m.hazards + excluded.hazards, major = m.major + excluded.major,
            fixed_on_spot = m.fixed_on_spot + excluded.fixed_on_spot, returned = m.returned + excluded.returned,
            handed_back = m.handed_back + excluded.handed_back, judged = m.judged + excluded.judged,
            in_time = m.in_time + excluded.in_time
    )
    select count(*) into taken from gone;
    update report.hazard_fold set folded_until = greatest(folded_until, until);
    return taken;
end $$;

-- Everything anew from the hazards themselves, for whoever wrote to their table past the triggers (a restored table, a
-- bulk load). Folding afterwards adds it up.
create function report.gather_settled_hazards() returns void language sql as $$
    lock table hazard.hazard in share row exclusive mode;
    delete from report.settled_hazard;
    delete from report.hazard_month;
    insert into report.settled_hazard
    select 1, area_key, domain, grade, source, state, reported_at, confirmed_at, due_at, closed_at, rejected_at,
           fixed_on_spot, returned_count, handed_back_count, closed_in_time
    from hazard.hazard where not open and state <> 'DUPLICATE';
$$;
select report.gather_settled_hazards();

-- What a figure reads beside the months: every open hazard, and what is settled but not folded.
create view report.pub_hazard_tail as
select 1::smallint as sign, area_key, domain, grade, source, state, reported_at, confirmed_at, due_at, closed_at,
       rejected_at, fixed_on_spot, returned_count, handed_back_count, closed_in_time
from hazard.pub_hazard where open
union all
select sign, area_key, domain, grade, source, state, reported_at, confirmed_at, due_at, closed_at, rejected_at,
       fixed_on_spot, returned_count, handed_back_count, closed_in_time
from report.settled_hazard;
