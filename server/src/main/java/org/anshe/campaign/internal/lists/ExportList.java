package org.anshe.campaign.internal.lists;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.campaign.ListProblem;
import org.anshe.campaign.ListTables;
import org.anshe.campaign.internal.lists.ListLines.Reader;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.organisation.Units;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a list out of the system: as an Excel workbook, or as tables for a document. Unknown cells stay blank. */
@Service
public class ExportList implements ListTables {

    private static final String EXPORT = "list.export";
    private static final int STEP = 500;

    private final ListAccess access;
    private final ListLines lines;
    private final VersionQueries versions;
    private final PrintedCells cells;
    private final Units units;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExportList(
            ListAccess access,
            ListLines lines,
            VersionQueries versions,
            PrintedCells cells,
            Units units,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.access = access;
        this.lines = lines;
        this.versions = versions;
        this.cells = cells;
        this.units = units;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where the workbook goes; opened only when there is one, so that a refusal can still be answered as such. */
    @FunctionalInterface
    public interface Target {
        OutputStream open(String fileName) throws IOException;
    }

    /** What is taken out: the list as it stands, or one of its versions. */
    private record Source(ListRow list, ListKind kind, VersionQueries.@Nullable Version version, Reader reader) {}

    /** @param nth the frozen version, null for the list as it stands */
    public void workbook(Caller caller, UUID id, @Nullable Integer nth, Locale language, Target target)
            throws IOException {
        Source source = begin(caller, id, nth);
        Set<String> sheets = new HashSet<>();
        try (ListWorkbook workbook = new ListWorkbook(target.open(source.list().title() + ".xlsx"))) {
            for (ListPart part : source.kind().parts()) {
                workbook.begin(head(source, part, sheets, language));
                each(source, part, FreezeList.MOST, line -> workbook.row(cells.row(part, line, language)));
            }
        }
    }

    @Override
    public Printed print(Caller caller, UUID id, @Nullable Integer nth, Locale language, int most) {
        Source source = begin(caller, id, nth);
        List<Table> tables = new ArrayList<>();
        for (ListPart part : source.kind().parts()) {
            List<List<String>> rows = new ArrayList<>();
            each(
                    source,
                    part,
                    most,
                    line -> rows.add(cells.row(part, line, language).stream()
                            .map(cell -> cell == null ? "" : cell.toString())
                            .toList()));
            tables.add(new Table(
                    part.title().in(language),
                    columns(source.kind(), part, language).stream()
                            .map(column -> new Heading(column.title(), column.width()))
                            .toList(),
                    rows));
        }
        return new Printed(
                source.list().title(),
                unit(source),
                day(source).toString(),
                source.version() == null ? "" : source.version().name(),
                tables);
    }

    private Source begin(Caller caller, UUID id, @Nullable Integer nth) {
        ListRow list = access.seen(caller, id);
        if (!caller.may(EXPORT, list.area(), list.unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", EXPORT);
        }
        VersionQueries.Version version = nth == null
                ? null
                : versions.find(id, nth).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        transaction.executeWithoutResult(status -> audit.record(
                caller,
                EXPORT,
                Subject.of("list", id),
                list.area(),
                Map.of("title", list.title(), "version", nth == null ? 0 : nth)));
        return new Source(list, access.kind(list), version, Reader.of(caller));
    }

    private void each(Source source, ListPart part, int most, Consumer<ListLine> use) {
        @Nullable String after = null;
        int rows = 0;
        do {
            Page<ListLine> page = page(source, part, new PageRequest(STEP, after));
            rows += page.items().size();
            if (rows > most) {
                throw new ProblemException(ListProblem.LIST_TOO_LARGE, "most", most);
            }
            page.items().forEach(use);
            after = page.next();
        } while (after != null);
    }

    private Page<ListLine> page(Source source, ListPart part, PageRequest page) {
        VersionQueries.Version version = source.version();
        Scope rows = source.reader().of(part.type());
        return version == null
                ? lines.page(source.reader(), source.list(), part, null, page)
                : versions.rows(rows, source.list().id(), version.nth(), part.code(), page);
    }

    private ListWorkbook.Head head(Source source, ListPart part, Set<String> taken, Locale language) {
        List<String> above = new ArrayList<>();
        above.add(cells.frame("unit", language) + unit(source));
        above.add(cells.frame("day", language) + day(source));
        if (source.version() != null) {
            above.add(cells.frame("version", language) + source.version().name());
        }
        String title = source.list().title() + " — " + part.title().in(language);
        return new ListWorkbook.Head(
                sheet(part.title().in(language), taken),
                title,
                above,
                cells.frame("serial", language),
                columns(source.kind(), part, language));
    }

    /** The columns of a part, after what its rows belong to where they belong to something. */
    private static List<ListWorkbook.Column> columns(ListKind kind, ListPart part, Locale language) {
        List<ListWorkbook.Column> columns = new ArrayList<>();
        kind.about(part)
                .map(other -> other.columns().getFirst())
                .ifPresent(first ->
                        columns.add(new ListWorkbook.Column(first.title().in(language), first.width())));
        part.columns()
                .forEach(column ->
                        columns.add(new ListWorkbook.Column(column.title().in(language), column.width())));
        return columns;
    }

    private String unit(Source source) {
        UUID unit = source.list().unitId();
        return unit == null ? "" : units.find(unit).map(Units.Unit::name).orElse("");
    }

    private LocalDate day(Source source) {
        return WorkingCalendar.dayOf(
                source.version() == null ? clock.instant() : source.version().frozenAt());
    }

    /** Excel takes 31 characters without some signs, and no name twice. */
    private static String sheet(String title, Set<String> taken) {
        String plain = title.replaceAll("[\\\\/*?:\\[\\]]", " ");
        String cut = plain.length() > 28 ? plain.substring(0, 28) : plain;
        String name = cut;
        for (int i = 2; !taken.add(name); i++) {
            name = cut + i;
        }
        return name;
    }
}
