package org.anshe.hazard.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.LedgerQueries.LedgerRow;
import org.anshe.hazard.internal.ListHazards.Row;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.table.TableWriter;
import org.anshe.shared.table.TableWriter.Column;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the ledger (隐患台账) page by page: as the list is filtered, and never more than fits a table. */
@Service
public class ExportHazards {

    static final String EXPORT = "hazard.export";
    static final int MOST = 50_000;
    private static final int STEP = 500;

    private final LedgerQueries ledger;
    private final ListHazards lists;
    private final LedgerWords words;
    private final HazardDomains domains;
    private final Areas areas;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    ExportHazards(
            LedgerQueries ledger,
            ListHazards lists,
            LedgerWords words,
            HazardDomains domains,
            Areas areas,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.ledger = ledger;
        this.lists = lists;
        this.words = words;
        this.domains = domains;
        this.areas = areas;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Where the table goes; opened only when there is one, so that a refusal can still be answered as such. */
    @FunctionalInterface
    public interface Target {
        OutputStream open(String fileName) throws IOException;
    }

    public void export(Caller caller, HazardFilter filter, Locale locale, Target target) throws IOException {
        if (ledger.moreThan(caller, filter, MOST)) {
            throw new ProblemException(HazardProblem.EXPORT_TOO_LARGE, "most", MOST);
        }
        transaction.executeWithoutResult(status -> audit.record(
                caller, EXPORT, Subject.of(Hazard.KIND, "ledger"), filter.area(), Map.of("filter", filter.toString())));
        String language = LocalText.languageOf(locale);
        List<Column> headings = words.columns().stream()
                .map(heading -> new Column(LedgerWords.in(heading.title(), language), heading.width()))
                .toList();
        OutputStream out = target.open(words.sheet(language) + ".xlsx");
        try (TableWriter table = new TableWriter(out, words.sheet(language), headings)) {
            Page<LedgerRow> page = ledger.page(caller, filter, PageRequest.first(STEP));
            write(table, page.items(), language);
            while (page.next() != null) {
                page = ledger.page(caller, filter, new PageRequest(STEP, page.next()));
                write(table, page.items(), language);
            }
        }
    }

    private void write(TableWriter table, List<LedgerRow> rows, String language) {
        List<Row> named = lists.named(rows.stream().map(LedgerRow::hazard).toList());
        for (int i = 0; i < rows.size(); i++) {
            LedgerRow row = rows.get(i);
            Row hazard = named.get(i);
            List<@Nullable Object> cells = new ArrayList<>();
            words.columns().forEach(heading -> cells.add(cell(heading.key(), hazard, row, language)));
            table.row(cells);
        }
    }

    private @Nullable Object cell(String key, Row hazard, LedgerRow row, String language) {
        return switch (key) {
            case "number" -> hazard.number();
            case "description" -> hazard.description();
            case "domain" -> domains.name(hazard.domain(), language);
            case "grade" -> words.word("grade", hazard.grade().name(), language);
            case "source" -> words.word("source", hazard.source().name(), language);
            case "area" -> areas.path(hazard.areaKey());
            case "place" -> hazard.place();
            case "object" -> hazard.objectName();
            case "reporter" -> hazard.reporterName();
            case "reportedAt" -> hazard.reportedAt();
            case "unit" -> hazard.unitName();
            case "responsible" -> row.responsible();
            case "measure" -> row.measure();
            case "funding" ->
                Boolean.FALSE.equals(row.fundingNeeded())
                        ? words.word("funding", "NOT_NEEDED", language)
                        : row.fundingAmount();
            case "deadline" -> hazard.dueAt();
            case "contingency" -> row.contingency();
            case "submittedAt" -> row.submittedAt();
            case "closedAt" -> row.closedAt();
            case "inTime" ->
                row.closedInTime() == null
                        ? null
                        : words.word("inTime", Boolean.TRUE.equals(row.closedInTime()) ? "YES" : "NO", language);
            case "state" -> words.word("state", hazard.state().name(), language);
            default -> throw new IllegalStateException("The ledger has no column " + key);
        };
    }
}
