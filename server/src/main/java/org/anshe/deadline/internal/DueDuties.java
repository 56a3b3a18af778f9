package org.anshe.deadline.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.anshe.deadline.DueRecords;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Component;

/** Occurrences of recurring duties in the calendar of what falls due. */
@Component
class DueDuties implements DueRecords {

    private final DutyQueries duties;

    DueDuties(DutyQueries duties) {
        this.duties = duties;
    }

    @Override
    public String subject() {
        return KeepDuties.SUBJECT;
    }

    @Override
    public String permission() {
        return ShowDueCalendar.VIEW;
    }

    @Override
    public Map<UUID, DueRecord> describe(Scope scope, Collection<UUID> ids) {
        return duties.describe(scope, ids);
    }
}
