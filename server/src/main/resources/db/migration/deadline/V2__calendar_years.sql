-- Which years of the calendar are known: those shipped and those an administrator brought in. A year that is known is
-- never filled from the shipped file again, so that a day taken out stays out.
create table deadline.calendar_year (
    year       int primary key constraint calendar_year_plausible check (year between 2000 and 2100),
    -- Counts the replacements, so that two administrators notice each other.
    version    int not null default 0,
    changed_at timestamptz,
    changed_by text
);
insert into deadline.calendar_year (year) select distinct extract(year from day)::int from deadline.calendar_day;
