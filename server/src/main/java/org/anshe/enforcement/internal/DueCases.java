package org.anshe.enforcement.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.DueRecords;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Component;

/** Answers that departments owe to a transfer, in the calendar of what falls due. */
@Component
class DueCases implements DueRecords {

    private final CaseQueries cases;
    private final ShowCases shown;

    DueCases(CaseQueries cases, ShowCases shown) {
        this.cases = cases;
        this.shown = shown;
    }

    static Deadlines.Key key(UUID id) {
        return new Deadlines.Key(IllegalCase.KIND, id, "answer");
    }

    @Override
    public String subject() {
        return IllegalCase.KIND;
    }

    @Override
    public String permission() {
        return IllegalCase.VIEW;
    }

    @Override
    public Map<UUID, DueRecord> describe(Scope scope, Collection<UUID> ids) {
        return shown.named(cases.byIds(scope, ids)).stream()
                .collect(Collectors.toMap(
                        ShowCases.Row::id,
                        row -> new DueRecord(row.act(), row.number(), row.areaName(), row.toUnitName(), null, false)));
    }
}
