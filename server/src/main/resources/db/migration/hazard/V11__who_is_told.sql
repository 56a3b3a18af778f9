-- Who is told of a rung of the ladder and which paper it drafted; who decides about a hazard that no unit takes.

-- How many people were told of it; 0 is shown, so that a rung nobody hears of is not silent. Null: not told yet.
alter table hazard.escalation add column told int constraint escalation_told_positive check (told >= 0);
-- The draft it made, or why there is none.
alter table hazard.escalation add column paper_id uuid;
alter table hazard.escalation add column paper_problem text
    constraint escalation_paper_problem_known check (paper_problem in ('no-organ', 'unknown-kind', 'no-facts'));
alter table hazard.escalation add constraint escalation_paper_or_problem
    check (num_nonnulls(paper_id, paper_problem) <= 1);

-- The level that decides, as the policy said when the units fell out. Older disputes are the street's.
alter table hazard.transfer add column decided_by text
    constraint transfer_decided_by_known check (decided_by in ('COMMUNITY', 'STREET', 'DISTRICT', 'CITY', 'PROVINCE'));
update hazard.transfer set decided_by = 'STREET' where state = 'DISPUTED';
alter table hazard.transfer add constraint transfer_disputed_has_decider
    check (state <> 'DISPUTED' or decided_by is not null);
-- "Which hazards wait for a decision whose they are": only the few that do.
create index transfer_disputed_idx on hazard.transfer (decided_by, hazard_id) where state = 'DISPUTED';
