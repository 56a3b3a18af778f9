package org.anshe.report.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.anshe.report.internal.CommonProblemQueries.Counted;
import org.anshe.report.internal.CommonProblemQueries.Question;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds what hazards have in common (共性问题): what is frequent, what grows fastest, what comes back. */
@Service
public class FindCommonProblems {

    private final CommonProblemQueries queries;
    private final SelectArea select;
    private final GroupNames names;
    private final ProblemSettings settings;
    private final Areas areas;
    private final JsonMapper json;
    private final Clock clock;

    FindCommonProblems(
            CommonProblemQueries queries,
            SelectArea select,
            GroupNames names,
            ProblemSettings settings,
            Areas areas,
            JsonMapper json,
            Clock clock) {
        this.queries = queries;
        this.select = select;
        this.names = names;
        this.settings = settings;
        this.areas = areas;
        this.json = json;
        this.clock = clock;
    }

    /** By what groups are ordered. */
    public enum Order {
        COUNT,
        GROWTH,
        REOPENED,
        REPEATED
    }

    /** Which rows a number counts. */
    public enum Of {
        NOW,
        BEFORE,
        REOPENED,
        REPEATED,
        OPEN
    }

    /**
     * What hazards of a group have in common.
     *
     * @param name by language; empty when its words belong to the interface
     * @param before null when recording began only after the period before had begun
     * @param growth percent against the period before; null when that is unknown or was nothing, or when there are too
     *     few cases to call it a trend
     * @param emerging frequent now and not there before
     */
    public record Group(
            String key,
            Map<String, String> name,
            long now,
            @Nullable Long before,
            @Nullable Long growth,
            boolean emerging,
            long reopened,
            long repeated,
            long open) {}

    /**
     * Common problems of an area in a period.
     *
     * @param whole false when the caller sees only a part of the area
     * @param minimum below so many cases a rise is not called one
     * @param recordedSince null when nothing was ever recorded
     */
    public record Found(
            @Nullable AreaKey area,
            boolean whole,
            ReportPeriod period,
            ReportPeriod previous,
            @Nullable Instant recordedSince,
            int minimum,
            List<Group> groups) {}

    /** A hazard behind a number. */
    public record Case(
            String id,
            String number,
            String description,
            String domain,
            String grade,
            String state,
            @Nullable String areaName,
            @Nullable String objectName,
            @Nullable String place,
            Instant reportedAt) {}

    @Transactional(readOnly = true)
    public Found find(Caller caller, @Nullable AreaKey area, ReportPeriod period, ProblemDimension by, Order order) {
        AreaSelection selection = select.select(caller.scope(), area);
        Question question = new Question(selection, period, by, clock.instant());
        Instant since = queries.recordedSince(caller.scope(), selection).orElse(null);
        boolean comparable = since != null && !since.isAfter(question.previous().start());
        Order wanted = comparable || order != Order.GROWTH ? order : Order.COUNT;
        List<Counted> counted =
                queries.groups(caller.scope(), question, CommonProblemQueries.Order.valueOf(wanted.name()));
        Map<String, Map<String, String>> named = named(by, counted);
        return new Found(
                selection.area(),
                selection.wholeIn(caller.scope()),
                period,
                question.previous(),
                since,
                settings.values().minimum(),
                counted.stream()
                        .map(one -> group(one, named.getOrDefault(one.key(), Map.of()), comparable))
                        .toList());
    }

    @Transactional(readOnly = true)
    public Page<Case> rows(
            Caller caller,
            @Nullable AreaKey area,
            ReportPeriod period,
            ProblemDimension by,
            String key,
            Of of,
            PageRequest page) {
        Question question = new Question(select.select(caller.scope(), area), period, by, clock.instant());
        Page<CommonProblemQueries.Case> found =
                queries.rows(caller.scope(), question, key, CommonProblemQueries.Of.valueOf(of.name()), page);
        Map<AreaKey, String> areaNames = areas.names(found.items().stream()
                .map(CommonProblemQueries.Case::area)
                .distinct()
                .toList());
        return found.map(row -> new Case(
                row.id().toString(),
                row.number(),
                row.description(),
                row.domain(),
                row.grade(),
                row.state(),
                areaNames.get(row.area()),
                row.objectName(),
                row.place(),
                row.reportedAt()));
    }

    private Group group(Counted counted, Map<String, String> name, boolean comparable) {
        boolean enough = counted.now() >= settings.values().minimum();
        boolean wasThere = counted.before() > 0;
        Long growth = comparable && enough && wasThere
                ? Math.round((counted.now() - counted.before()) * 100.0 / counted.before())
                : null;
        return new Group(
                counted.key(),
                name,
                counted.now(),
                comparable ? counted.before() : null,
                growth,
                comparable && enough && !wasThere,
                counted.reopened(),
                counted.repeated(),
                counted.open());
    }

    private Map<String, Map<String, String>> named(ProblemDimension by, List<Counted> groups) {
        List<String> keys = groups.stream().map(Counted::key).toList();
        return switch (by) {
            case DOMAIN -> names.of(Breakdown.DOMAIN, keys);
            case AREA -> names.of(Breakdown.AREA, keys);
            case OBJECT_TYPE -> names.of(Breakdown.TYPE, keys);
            case ITEM -> {
                Map<String, Map<String, String>> items = new java.util.HashMap<>();
                for (Counted group : groups) {
                    String texts = group.texts();
                    if (texts != null) {
                        items.put(group.key(), json.readValue(texts, new TypeReference<Map<String, String>>() {}));
                    }
                }
                yield items;
            }
        };
    }
}
