package org.anshe.hazard.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anshe.hazard.internal.policy.TimeLimit;
import org.anshe.shared.LocalText;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The clock sets of listed supervision, from {@code data/listing/*.json}: one for each city's way of doing it. */
@Component
public class ListingRules {

    private final List<ClockSet> sets;

    ListingRules(JsonMapper json) {
        List<ClockSet> read = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:data/listing/*.json")) {
                read.add(json.readValue(file.getInputStream(), ClockSet.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sets = read.stream().sorted(Comparator.comparing(ClockSet::code)).toList();
    }

    /**
     * One city's limits.
     *
     * @param file after the judgement, until it is filed
     * @param publish after filing
     * @param longest the longest term of the rectification
     * @param askBefore how long before the end of the term a longer one is to be asked for
     * @param decide within which time that is decided
     * @param verify after the end of the term, or after the unit asked for it
     * @param publishEnd after the verification, until the delisting is published
     * @param stopWork what is usual while a hazard is listed
     * @param notice what the public is told, with placeholders; to be edited before it is published
     * @param endNotice the same for the delisting
     * @param plan the contents a plan has to have
     */
    public record ClockSet(
            String code,
            LocalText name,
            LocalText source,
            TimeLimit file,
            TimeLimit publish,
            TimeLimit longest,
            TimeLimit askBefore,
            TimeLimit decide,
            TimeLimit verify,
            TimeLimit publishEnd,
            StopWork stopWork,
            String notice,
            String endNotice,
            List<PlanContent> plan) {}

    /** Whether work goes on while the hazard is listed. */
    public enum StopWork {
        NONE,
        PARTIAL,
        FULL
    }

    /** What a plan says. */
    public enum PlanContent {
        GOAL,
        MEASURES,
        MONEY,
        RESPONSIBLE,
        DEADLINE,
        CONTINGENCY
    }

    public List<ClockSet> all() {
        return sets;
    }

    /** The name of a set, in the language of the offices; null when it is not there any more. */
    @Nullable String name(String code) {
        return find(code).map(one -> one.name().simplified()).orElse(null);
    }

    Optional<ClockSet> find(String code) {
        return sets.stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
