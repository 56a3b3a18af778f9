package org.anshe.register.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.organisation.Units;
import org.anshe.register.internal.ListQueries.Filter;
import org.anshe.register.internal.ListQueries.Sort;
import org.anshe.register.internal.TableColumn.Common;
import org.anshe.register.internal.TableColumn.OfField;
import org.anshe.register.internal.type.FieldDefinition;
import org.anshe.register.internal.type.FieldDefinition.Choice;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.table.TableWriter;
import org.anshe.shared.table.TableWriter.Column;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes a list as a workbook, page by page, as it stands on the screen: same filters, same scope, persons masked. */
@Service
public class ExportObjects {

    private static final int WIDE = 24;
    private static final int NARROW = 14;

    private final ListQueries lists;
    private final TypeRepository types;
    private final TableWords words;
    private final Areas areas;
    private final Units units;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final TransactionTemplate reading;

    ExportObjects(
            ListQueries lists,
            TypeRepository types,
            TableWords words,
            Areas areas,
            Units units,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.lists = lists;
        this.types = types;
        this.words = words;
        this.areas = areas;
        this.units = units;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    /**
     * The table is written to a file first and goes out from there, so that a slow reader holds nothing of the database:
     * the objects come from one snapshot, in a transaction that only reads.
     */
    public void export(Caller caller, Filter filter, Sort sort, Locale language, OutputStream out) throws IOException {
        record(caller, filter, lists.count(caller.scope(), filter));
        Path file = Files.createTempFile("anshe-export", ".xlsx");
        try {
            reading.executeWithoutResult(status -> write(caller, filter, sort, language, file));
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(Caller caller, Filter filter, Sort sort, Locale language, Path file) {
        RegisterType type = types.get(filter.type());
        List<TableColumn> columns = TableColumn.of(type.definition(), words);
        List<Column> headings = new ArrayList<>();
        columns.forEach(
                column -> headings.add(new Column(column.title(language), column instanceof Common ? WIDE : NARROW)));
        headings.add(new Column(words.column("registered").in(language), WIDE));
        Cells cells = new Cells(columns, language);
        String title = type.definition().names().in(language);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                TableWriter table = new TableWriter(out, title, headings)) {
            lists.forEach(caller.scope(), filter, sort, object -> table.row(cells.of(object)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(Caller caller, Filter filter, long rows) {
        transaction.executeWithoutResult(status -> audit.record(
                caller,
                "register.export",
                Subject.of("register-type", filter.type()),
                null,
                Map.of(
                        "rows", rows,
                        "text", filter.text() == null ? "" : filter.text(),
                        "areas", filter.areas().size(),
                        "classes", filter.supervisionClasses(),
                        "retired", filter.retired())));
    }

    /** Turns objects into the cells of their rows; names once found are remembered. */
    private final class Cells {

        private final List<TableColumn> columns;
        private final Locale language;
        private final Map<AreaKey, String> paths = new HashMap<>();
        private final Map<UUID, String> unitNames = new HashMap<>();
        private final Map<LocalText, String> choiceNames = new HashMap<>();

        Cells(List<TableColumn> columns, Locale language) {
            this.columns = columns;
            this.language = language;
        }

        List<@Nullable Object> of(RegisteredObject object) {
            List<@Nullable Object> cells = new ArrayList<>(columns.size() + 1);
            for (TableColumn column : columns) {
                cells.add(
                        switch (column) {
                            case Common common -> common(common.member(), object);
                            case OfField(FieldDefinition field) ->
                                field(field, object.content().fields().get(field.code()));
                        });
            }
            cells.add(object.registeredAt());
            return cells;
        }

        private @Nullable Object common(TableColumn.Member member, RegisteredObject object) {
            ObjectContent content = object.content();
            return switch (member) {
                case NAME -> content.name();
                case AREA -> paths.computeIfAbsent(content.area(), areas::path);
                case ADDRESS -> content.address();
                case LONGITUDE -> content.longitude();
                case LATITUDE -> content.latitude();
                case CLASS -> object.supervisionClass();
                case UNIT -> content.unitId() == null ? null : unitNames.computeIfAbsent(content.unitId(), this::unit);
                case CONTACT -> Masking.text(content.contactName());
                case PHONE -> Masking.phone(content.contactPhone());
            };
        }

        private @Nullable Object field(FieldDefinition field, @Nullable Object value) {
            if (value == null) {
                return null;
            }
            if (field.personal()) {
                return Masking.value(field, value);
            }
            return switch (field.kind()) {
                case CHOICE -> choice(field, value);
                case BOOLEAN ->
                    words.template(Boolean.TRUE.equals(value) ? "yes" : "no").in(language);
                case AREA -> paths.computeIfAbsent(AreaKey.parse(value.toString()), areas::path);
                case UNIT -> unitNames.computeIfAbsent(UUID.fromString(value.toString()), this::unit);
                case TEXT, NUMBER, INTEGER, DATE, PHONE, CREDIT_CODE -> value;
            };
        }

        private Object choice(FieldDefinition field, Object code) {
            for (Choice choice : field.choices()) {
                if (choice.code().equals(code)) {
                    return choiceNames.computeIfAbsent(choice.names(), names -> names.in(language));
                }
            }
            return code;
        }

        private String unit(UUID id) {
            return units.find(id).map(Units.Unit::name).orElse("");
        }
    }
}
