package org.anshe.shared;

import java.util.Map;

/**
 * A module's translation of its database constraints: name of the constraint → the problem the user is told. The
 * database is the last validator; this is where its refusal gets words.
 */
public record ConstraintProblems(Map<String, ProblemType> byConstraint) {

    public ConstraintProblems {
        byConstraint = Map.copyOf(byConstraint);
    }
}
