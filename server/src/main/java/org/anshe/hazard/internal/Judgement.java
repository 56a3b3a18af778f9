package org.anshe.hazard.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What people judged together about the grade of a hazard (集体研判).
 *
 * @param criteria codes of the criteria that apply; none when it was judged as a whole
 * @param judges at least three
 */
public record Judgement(LocalDate heldOn, Set<String> criteria, List<Judge> judges, String opinion) {

    /** How many people it takes (GB 35181). */
    public static final int FEWEST = 3;

    public Judgement {
        criteria = Set.copyOf(criteria);
        judges = List.copyOf(judges);
    }

    /**
     * One of them.
     *
     * @param standing office and post, or the qualification of an expert
     */
    public record Judge(String name, @Nullable String standing) {}
}
