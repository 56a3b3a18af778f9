package org.anshe.shared;

import java.util.Map;
import org.anshe.shared.ProblemException.FieldError;

/**
 * A module's translation of its database constraints. The database is the last validator; this is where its refusal
 * gets words.
 *
 * @param byConstraint name of the constraint → the problem the user is told
 * @param fields name of the constraint → the field of the request that it refuses
 */
public record ConstraintProblems(Map<String, ProblemType> byConstraint, Map<String, FieldError> fields) {

    public ConstraintProblems {
        byConstraint = Map.copyOf(byConstraint);
        fields = Map.copyOf(fields);
    }

    public ConstraintProblems(Map<String, ProblemType> byConstraint) {
        this(byConstraint, Map.of());
    }
}
