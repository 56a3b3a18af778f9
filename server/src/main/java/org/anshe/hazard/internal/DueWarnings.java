package org.anshe.hazard.internal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.deadline.DueRecords;
import org.anshe.shared.Scope;
import org.springframework.stereotype.Component;

/** Early warnings that a unit has to answer by a day. */
@Component
class DueWarnings implements DueRecords {

    private final WarningQueries warnings;
    private final ListWarnings lists;

    DueWarnings(WarningQueries warnings, ListWarnings lists) {
        this.warnings = warnings;
        this.lists = lists;
    }

    @Override
    public String subject() {
        return EarlyWarning.SUBJECT;
    }

    @Override
    public String permission() {
        return ActOnWarning.VIEW;
    }

    @Override
    public Map<UUID, DueRecord> describe(Scope scope, Collection<UUID> ids) {
        return lists.named(warnings.byIds(scope, ids)).stream()
                .collect(Collectors.toMap(
                        row -> row.warning().id(),
                        row -> new DueRecord(
                                row.warning().told() == null
                                        ? ""
                                        : row.warning().told().demand(),
                                null,
                                row.area(),
                                row.unit(),
                                null,
                                false)));
    }
}
