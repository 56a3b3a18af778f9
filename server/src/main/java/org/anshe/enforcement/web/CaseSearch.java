package org.anshe.enforcement.web;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.CaseStatus;
import org.anshe.enforcement.internal.ShowCases;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * The filters of the list of cases as parameters of the address.
 *
 * @param unit found it or has it
 */
record CaseSearch(
        @Nullable Set<CaseStatus> state,
        @Nullable Set<String> domain,
        @Nullable AreaKey area,
        @Nullable UUID unit,
        @Nullable UUID hazardId,
        @Nullable UUID actionId,
        @Nullable Boolean overdue,
        @Nullable Boolean exposed,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String q) {

    ShowCases.Filter filter() {
        return new ShowCases.Filter(
                state == null ? Set.of() : state,
                domain == null ? Set.of() : domain,
                area,
                unit,
                hazardId,
                actionId,
                overdue,
                exposed,
                from,
                to,
                q);
    }
}
