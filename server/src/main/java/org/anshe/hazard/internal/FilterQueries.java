package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;
import static org.anshe.hazard.internal.db.Tables.WORDING;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.anshe.deadline.ClockState;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardStatus;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The members of a {@link HazardFilter} that do not depend on who asks, as conditions. */
final class FilterQueries {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{4}-[0-9]*");

    private FilterQueries() {}

    static Condition of(HazardFilter filter, Instant now) {
        return DSL.and(
                plain(filter),
                clock(filter.clockState(), now),
                filter.clockKind() == null
                        ? DSL.noCondition()
                        : HAZARD.CLOCK.eq(filter.clockKind().code()),
                pending(filter.pending()),
                filter.q() == null ? DSL.noCondition() : words(filter.q()));
    }

    private static Condition plain(HazardFilter filter) {
        return DSL.and(
                states(filter.states()),
                filter.open() == null
                        ? DSL.noCondition()
                        : filter.open() ? DSL.condition(HAZARD.OPEN) : DSL.not(DSL.condition(HAZARD.OPEN)),
                filter.domains().isEmpty() ? DSL.noCondition() : HAZARD.DOMAIN.in(filter.domains()),
                grade(filter.grade()),
                filter.source() == null
                        ? DSL.noCondition()
                        : HAZARD.SOURCE.eq(filter.source().name()),
                filter.unitId() == null ? DSL.noCondition() : HAZARD.UNIT_ID.eq(filter.unitId()),
                filter.objectId() == null ? DSL.noCondition() : HAZARD.OBJECT_ID.eq(filter.objectId()),
                filter.sourceId() == null ? DSL.noCondition() : HAZARD.SOURCE_ID.eq(filter.sourceId()),
                filter.reportedFrom() == null ? DSL.noCondition() : HAZARD.REPORTED_AT.ge(filter.reportedFrom()),
                filter.reportedBefore() == null ? DSL.noCondition() : HAZARD.REPORTED_AT.lt(filter.reportedBefore()));
    }

    /** Written out and not as a parameter, so that the index of the few major ones can answer. */
    private static Condition grade(@Nullable HazardGrade grade) {
        return grade == null ? DSL.noCondition() : HAZARD.GRADE.eq(DSL.inline(grade.name()));
    }

    /** Where every wanted state is one of open work, the index of open rows answers, however many were closed. */
    private static Condition states(Set<HazardStatus> wanted) {
        if (wanted.isEmpty()) {
            return DSL.noCondition();
        }
        Condition any = HAZARD.STATE.in(wanted.stream().map(Enum::name).sorted().toList());
        return wanted.stream().allMatch(HazardStatus::open) ? any.and(DSL.condition(HAZARD.OPEN)) : any;
    }

    /** The same borders as {@link ClockState#at}. */
    private static Condition clock(@Nullable ClockState state, Instant moment) {
        var now = DSL.val(moment);
        Condition running = HAZARD.CLOCK.isNotNull().and(HAZARD.CLOCK_PAUSED_AT.isNull());
        return switch (state) {
            case null -> DSL.noCondition();
            case BREACHED -> running.and(HAZARD.CLOCK_DUE_AT.lt(now));
            case NEAR -> running.and(HAZARD.CLOCK_NEAR_AT.le(now)).and(HAZARD.CLOCK_DUE_AT.ge(now));
            // The end follows from the beginning; said besides, it lets the index pass over what is breached.
            case IN_TIME -> running.and(HAZARD.CLOCK_NEAR_AT.gt(now)).and(HAZARD.CLOCK_DUE_AT.ge(now));
            case PAUSED -> HAZARD.CLOCK.isNotNull().and(HAZARD.CLOCK_PAUSED_AT.isNotNull());
        };
    }

    private static Condition pending(Set<Pending> any) {
        if (any.isEmpty()) {
            return DSL.noCondition();
        }
        String[] names = any.stream().map(Enum::name).sorted().toArray(String[]::new);
        // The first part is that of the partial index, so that only the few rows with such a thing are touched.
        return DSL.condition("{0} <> '{}' and {0} && {1}::text[]", HAZARD.PENDING, DSL.val(names));
    }

    /** Whether it is looked for in what is written of a hazard. */
    static boolean byWords(@Nullable String q) {
        return q != null && !NUMBER.matcher(q).matches();
    }

    /** A number by its beginning, anything else by its pairs of characters, then exactly. */
    private static Condition words(String q) {
        if (!byWords(q)) {
            return HAZARD.NUMBER.startsWith(q);
        }
        if (q.codePointCount(0, q.length()) < 2) {
            throw new ProblemException(SharedProblem.INVALID, Map.of(), List.of(new FieldError("/q", "too-short")));
        }
        return HAZARD.ID.in(DSL.select(WORDING.HAZARD_ID)
                .from(WORDING)
                .where(DSL.condition("hazard.pairs({0}) @> hazard.pairs({1})", WORDING.TEXT, DSL.val(q)))
                .and(WORDING.TEXT.containsIgnoreCase(q)));
    }
}
