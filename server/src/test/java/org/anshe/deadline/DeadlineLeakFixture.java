package org.anshe.deadline;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.deadline.internal.DutyQueries;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.PageRequest;
import org.anshe.testing.LeakFixture;

/** A duty of the community with its first occurrence. */
class DeadlineLeakFixture implements LeakFixture {

    private final RecurringDuties duties;
    private final DutyQueries occurrences;

    DeadlineLeakFixture(RecurringDuties duties, DutyQueries occurrences) {
        this.duties = duties;
        this.occurrences = occurrences;
    }

    @Override
    public String module() {
        return "deadline";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        UUID subject = Ids.next();
        String mark = "蒲" + subject.toString().substring(24);
        duties.register(
                owner,
                List.of(new RecurringDuties.Duty(
                        Ids.next(),
                        "campaign",
                        subject,
                        mark,
                        community,
                        null,
                        Period.ofMonths(1),
                        1,
                        LocalDate.of(2026, 6, 1),
                        null)));
        var ofSubject = new DutyQueries.Filter("campaign", subject, null, null, null, null);
        UUID occurrence = occurrences
                .list(owner.scopeFor("duty.view"), ofSubject, PageRequest.first(1))
                .items()
                .getFirst()
                .id();
        String path = "/api/duty-occurrences";
        return new Fixture(
                Map.of(path + "/{occurrenceId}", occurrence.toString()),
                List.of(mark),
                Map.of(
                        "POST " + path + "/{occurrenceId}/fulfilments",
                        "{\"id\":\"" + Ids.next() + "\",\"note\":\"x\"}"),
                Map.of(
                        path,
                        "?subject=campaign&subjectId=" + subject,
                        "/api/due-days",
                        "?from=2026-06-01&to=2026-06-30",
                        "/api/due-records",
                        "?day=2026-06-30"));
    }
}
