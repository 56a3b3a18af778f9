package org.anshe.shared;

import org.jspecify.annotations.Nullable;

/**
 * What part of a list is wanted.
 *
 * @param limit rows, 1 to 500; 50 when not given
 * @param after cursor of the last row already seen, null for the beginning
 */
public record PageRequest(int limit, @Nullable String after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int LARGEST_LIMIT = 500;

    public PageRequest {
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new ProblemException(SharedProblem.BAD_LIMIT, "largest", LARGEST_LIMIT);
        }
    }

    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }
}
