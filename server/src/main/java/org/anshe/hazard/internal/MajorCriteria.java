package org.anshe.hazard.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.anshe.hazard.HazardProblem;
import org.anshe.shared.LocalText;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The library of criteria by which a hazard is a major one, from {@code data/criteria/*.json}: one file for each
 * standard, with its clauses, its span of validity, and what of it is not entered yet.
 */
@Component
public class MajorCriteria {

    private final List<Standard> standards;

    MajorCriteria(JsonMapper json) {
        List<Standard> read = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:data/criteria/*.json")) {
                read.add(json.readValue(file.getInputStream(), Standard.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Set<String> codes = new HashSet<>();
        for (Standard standard : read) {
            for (Criterion criterion : standard.criteria()) {
                if (!codes.add(criterion.code())) {
                    throw new IllegalStateException("Two criteria have the code " + criterion.code());
                }
            }
        }
        standards = List.copyOf(read);
    }

    /**
     * A standard or order.
     *
     * @param code number of the standard or order
     * @param until last day, null while it is in force
     * @param missing what of it is not entered, null when it is whole
     */
    public record Standard(
            String code,
            LocalText name,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable LocalText missing,
            List<Criterion> criteria) {

        boolean inForce(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * One criterion, in words of our own.
     *
     * @param clause where it stands in the standard
     * @param industry code of the industry, {@code all} for every one
     * @param direct whether it alone makes a hazard a major one; otherwise it is weighed with others
     */
    public record Criterion(String code, String clause, String industry, boolean direct, LocalText text) {}

    public List<Standard> on(LocalDate day) {
        return standards.stream().filter(standard -> standard.inForce(day)).toList();
    }

    /** Refuses codes that no standard in force on that day has. */
    void check(Set<String> codes, LocalDate day) {
        Set<String> known = new HashSet<>();
        on(day).forEach(standard -> standard.criteria().forEach(one -> known.add(one.code())));
        for (String code : codes) {
            if (!known.contains(code)) {
                throw new ProblemException(HazardProblem.UNKNOWN_CRITERION, "code", code);
            }
        }
    }
}
