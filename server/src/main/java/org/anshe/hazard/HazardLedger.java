package org.anshe.hazard;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;

/** Hazards as the rows of tables that other modules keep. Such a table names hazards or a rule; it never copies them. */
public interface HazardLedger {

    /** What a row can show, in the order ledgers usually have; {@code site} is the object or else the place. */
    List<String> COLUMNS = List.of(
            "number",
            "site",
            "description",
            "domain",
            "grade",
            "source",
            "area",
            "place",
            "object",
            "reporter",
            "reportedAt",
            "measure",
            "unit",
            "responsible",
            "funding",
            "deadline",
            "contingency",
            "state",
            "submittedAt",
            "closedAt",
            "inTime");

    /**
     * Which hazards belong to a table: those of a source, those a rule names, and those taken in by hand, without those
     * left out. Reports that were rejected or duplicates belong to none.
     *
     * @param area everything lies in it
     * @param sourceId the campaign whose hazards belong to it; null for none
     * @param byRule whether all hazards of the area belong to it that were reported in the span
     * @param domains narrows the rule; empty does not restrict
     * @param grade narrows the rule
     * @param from narrows the rule; the moment itself counts
     * @param before narrows the rule; the moment itself does not count
     * @param open true for those that somebody still has to do something about, false for settled ones
     */
    record Selection(
            AreaKey area,
            @Nullable UUID sourceId,
            boolean byRule,
            Set<String> domains,
            @Nullable HazardGrade grade,
            @Nullable Instant from,
            @Nullable Instant before,
            Set<UUID> takenIn,
            Set<UUID> leftOut,
            @Nullable Standing standing) {

        public Selection {
            domains = Set.copyOf(domains);
            takenIn = Set.copyOf(takenIn);
            leftOut = Set.copyOf(leftOut);
        }

        /** Null for all. */
        public Selection only(@Nullable Standing wanted) {
            return new Selection(area, sourceId, byRule, domains, grade, from, before, takenIn, leftOut, wanted);
        }
    }

    /**
     * One row.
     *
     * @param cells by {@link #COLUMNS}: texts, codes, moments and amounts; what is unknown is left out
     */
    record Entry(UUID id, AreaKey area, @Nullable UUID unitId, boolean open, Map<String, Object> cells) {}

    /** How far a hazard is; overdue is an open one whose day of rectification has passed. */
    enum Standing {
        OPEN,
        OVERDUE,
        SETTLED
    }

    /** Of how many hazards there are each. */
    record Counts(long all, long open, long overdue) {}

    /** A hazard in one line. */
    record Named(UUID id, String number, String description, HazardStatus state) {}

    /** Earliest report first, so that a row keeps its place while the table grows. */
    Page<Entry> page(Scope scope, Selection selection, PageRequest page);

    Counts count(Scope scope, Selection selection);

    /** Those of these hazards that lie in the area, as far as the scope shows them; in the order of their numbers. */
    List<Named> named(Scope scope, @Nullable AreaKey area, Collection<UUID> ids);

    /** What a cell prints as: the words of a code, anything else as it is. */
    Object print(String column, Object value, Locale language);
}
