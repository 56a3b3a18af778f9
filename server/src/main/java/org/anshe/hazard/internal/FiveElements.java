package org.anshe.hazard.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.HazardProblem;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The five elements of a rectification (五落实): measure, responsible person, money, deadline, contingency plan. What
 * is null is not settled yet.
 */
record FiveElements(
        @Nullable String measure,
        @Nullable Responsible responsible,
        @Nullable Funding funding,
        @Nullable Instant dueAt,
        @Nullable String contingency) {

    static final FiveElements NONE = new FiveElements(null, null, null, null, null);

    /**
     * Who answers for it.
     *
     * @param personId null for somebody without an account
     */
    record Responsible(@Nullable UUID personId, String name) {}

    /** The money: needed with an amount, or expressly not needed. */
    sealed interface Funding {
        record NotNeeded() implements Funding {}

        record Needed(BigDecimal amount, @Nullable String source) implements Funding {}
    }

    /** Proof that all five are settled. Made by {@link #complete} alone. */
    record Complete(FiveElements elements) {}

    /** What is not settled, by the names the interface knows. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (measure == null) {
            missing.add("measure");
        }
        if (responsible == null) {
            missing.add("responsible");
        }
        if (funding == null) {
            missing.add("funding");
        }
        if (dueAt == null) {
            missing.add("deadline");
        }
        if (contingency == null) {
            missing.add("contingency");
        }
        return missing;
    }

    Complete complete() {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            throw new ProblemException(HazardProblem.ELEMENTS_INCOMPLETE, "missing", missing);
        }
        return new Complete(this);
    }

    FiveElements dueAt(@Nullable Instant moment) {
        return new FiveElements(measure, responsible, funding, moment, contingency);
    }

    /** The plan of the next unit: its person is not known yet. */
    FiveElements withoutResponsible() {
        return new FiveElements(measure, null, funding, dueAt, contingency);
    }
}
