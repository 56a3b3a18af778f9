package org.anshe.register.internal.type;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Matches patterns that administrators write; one that takes too many steps counts as not matching. */
final class SafePattern {

    private static final int MOST_STEPS = 100_000;
    private static final int MOST_KEPT = 1_000;
    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private SafePattern() {}

    static boolean isWellFormed(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    static boolean matches(String pattern, String text) {
        if (COMPILED.size() > MOST_KEPT) {
            COMPILED.clear();
        }
        try {
            return COMPILED.computeIfAbsent(pattern, Pattern::compile)
                    .matcher(new Counted(text, new int[1]))
                    .matches();
        } catch (TooManySteps | StackOverflowError e) {
            return false;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts how often the matcher looks at a character. */
    private record Counted(String text, int[] steps) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (++steps[0] > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), steps);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
