package org.anshe.enforcement.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.hazard.HazardLedger;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.table.TableWriter.Column;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The ledger of cases (案件台账) as a table, filtered like the list; its words are {@code data/enforcement/ledger.json}. */
@Service
public class ExportCases {

    static final int MOST = 5_000;

    private final ShowCases cases;
    private final HazardLedger hazards;
    private final Areas areas;
    private final CourseRepository course;
    private final Words words;

    ExportCases(ShowCases cases, HazardLedger hazards, Areas areas, CourseRepository course, JsonMapper json) {
        this.cases = cases;
        this.hazards = hazards;
        this.areas = areas;
        this.course = course;
        try (InputStream in = new ClassPathResource("data/enforcement/ledger.json").getInputStream()) {
            this.words = json.readValue(in, Words.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Heading(String key, LocalText title, int width) {}

    private record Words(
            LocalText sheet, List<Heading> columns, Map<String, LocalText> state, Map<String, LocalText> outcome) {}

    /** A table ready to be written. */
    public record Ledger(String name, List<Column> columns, List<List<@Nullable Object>> rows) {}

    @Transactional
    public Ledger export(Caller caller, ShowCases.Filter filter, Locale language) {
        List<ShowCases.Row> rows = new ArrayList<>();
        Page<ShowCases.Row> page = cases.list(caller, filter, PageRequest.first(PageRequest.LARGEST_LIMIT));
        rows.addAll(page.items());
        while (page.next() != null && rows.size() < MOST) {
            page = cases.list(caller, filter, new PageRequest(PageRequest.LARGEST_LIMIT, page.next()));
            rows.addAll(page.items());
        }
        if (rows.size() > MOST || page.next() != null) {
            throw new ProblemException(EnforcementProblem.EXPORT_TOO_LARGE, "most", MOST);
        }
        course.exported(caller, filter.area(), rows.size());
        Map<AreaKey, String> paths =
                areas.paths(rows.stream().map(ShowCases.Row::area).distinct().toList());
        return new Ledger(
                words.sheet().in(language),
                words.columns().stream()
                        .map(heading -> new Column(heading.title().in(language), heading.width()))
                        .toList(),
                rows.stream().map(row -> cells(row, paths, language)).toList());
    }

    private List<@Nullable Object> cells(ShowCases.Row row, Map<AreaKey, String> paths, Locale language) {
        return new ArrayList<>(Arrays.<@Nullable Object>asList(
                row.number(),
                row.act(),
                hazards.print("domain", row.domain(), language),
                row.party(),
                paths.get(row.area()),
                row.foundOn(),
                row.unitName(),
                row.toUnitName(),
                row.transfers(),
                word(words.state(), row.state().name(), language),
                row.concludedOn(),
                row.outcomes().stream()
                        .map(outcome -> word(words.outcome(), outcome.name(), language))
                        .collect(Collectors.joining("、")),
                row.fine(),
                row.exposedOn()));
    }

    private static String word(Map<String, LocalText> words, String code, Locale language) {
        LocalText text = words.get(code);
        return text == null ? code : text.in(language);
    }
}
