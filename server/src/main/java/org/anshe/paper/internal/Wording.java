package org.anshe.paper.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills a sentence. <code>{name}</code> is a fact; a clause in square brackets drops out when a fact in it is unknown;
 * outside of brackets an unknown fact leaves a line to write on.
 */
final class Wording {

    private static final Pattern CLAUSE = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");

    private Wording() {}

    static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /**
     * The filled sentence.
     *
     * @param facts the fact as printed, null when it is unknown
     * @param blanks what stands for an unknown fact
     */
    static String fill(String text, Function<String, @Nullable String> facts, Function<String, String> blanks) {
        // Clauses first, while brackets that stand inside a fact are not there yet.
        Matcher clauses = CLAUSE.matcher(text);
        StringBuilder kept = new StringBuilder();
        while (clauses.find()) {
            boolean known = names(clauses.group(1)).stream().allMatch(name -> facts.apply(name) != null);
            clauses.appendReplacement(kept, known ? Matcher.quoteReplacement(clauses.group(1)) : "");
        }
        clauses.appendTail(kept);
        Matcher matcher = NAME.matcher(kept.toString());
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String fact = facts.apply(name);
            matcher.appendReplacement(filled, Matcher.quoteReplacement(fact == null ? blanks.apply(name) : fact));
        }
        matcher.appendTail(filled);
        return filled.toString();
    }
}
