package org.anshe.hazard.internal.policy;

import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardSource;
import org.jspecify.annotations.Nullable;

/**
 * How long one clock runs.
 *
 * @param grade null for any
 * @param domain code of the hazard domain, null for any
 * @param source how the hazard came to be known, null for any
 */
public record LimitRule(
        HazardClock clock,
        @Nullable HazardGrade grade,
        @Nullable String domain,
        @Nullable HazardSource source,
        TimeLimit limit) {

    boolean fits(HazardClock wanted, Category category) {
        return clock == wanted
                && (grade == null || grade == category.grade())
                && (domain == null || domain.equals(category.domain()))
                && (source == null || source == category.source());
    }

    LimitSource from() {
        return grade == null && domain == null && source == null ? LimitSource.DEFAULT : LimitSource.CATEGORY;
    }

    /** The grade weighs most, because a major hazard has a law of its own; then the domain, then the source. */
    int exactness() {
        return (grade == null ? 0 : 4) + (domain == null ? 0 : 2) + (source == null ? 0 : 1);
    }

    /** What a rule may look at. */
    public record Category(HazardGrade grade, String domain, HazardSource source) {}
}
