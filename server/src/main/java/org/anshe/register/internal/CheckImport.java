package org.anshe.register.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anshe.organisation.Units;
import org.anshe.register.RegisterProblem;
import org.anshe.register.internal.RowReader.Bad;
import org.anshe.register.internal.RowReader.Example;
import org.anshe.register.internal.RowReader.Good;
import org.anshe.register.internal.TableImport.State;
import org.anshe.register.internal.type.FieldValues;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.table.TableProblem;
import org.anshe.shared.table.TableReader;
import org.anshe.shared.table.TableRow;
import org.anshe.territory.Areas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads an uploaded table row by row and keeps what it found for the preview. Nothing is registered yet. */
@Service
class CheckImport {

    private static final int MOST_ROWS = 200_000;
    private static final int REPORT_EVERY = 2_000;

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final ImportProgress progress;
    private final TypeRepository types;
    private final TableWords words;
    private final Areas areas;
    private final Units units;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate outside;

    CheckImport(
            ImportRepository imports,
            StagingRepository staging,
            ImportProgress progress,
            TypeRepository types,
            TableWords words,
            Areas areas,
            Units units,
            JsonMapper json,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.imports = imports;
        this.staging = staging;
        this.progress = progress;
        this.types = types;
        this.words = words;
        this.areas = areas;
        this.units = units;
        this.json = json;
        this.clock = clock;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @Transactional
    void check(Caller caller, TableImport table, Path file) {
        RegisterType type = types.get(table.type(), table.typeVersion());
        try (TableReader reader = TableReader.open(file)) {
            NameReferences references = new NameReferences(areas, units, caller.scopeFor("register.import"));
            RowReader rows =
                    new RowReader(type.definition(), words, reader.columns(), caller, references, table.area());
            List<String> missing = rows.missing(words);
            if (!missing.isEmpty()) {
                throw new ProblemException(RegisterProblem.IMPORT_COLUMNS, "columns", String.join("、", missing));
            }
            Counting counting = new Counting();
            staging.copy(lines -> copy(table.id(), type, reader.iterator(), rows, lines, counting));
            if (counting.good + counting.bad == 0) {
                throw new ProblemException(TableProblem.EMPTY);
            }
            int duplicates = staging.markDuplicates(table.id(), type.code(), caller.scopeFor(ObjectAccess.EDIT));
            boolean isChecked = imports.checked(
                    table.id(),
                    reader.columns(),
                    rows.ignored(),
                    counting.good,
                    counting.bad,
                    duplicates,
                    clock.instant());
            if (!isChecked) {
                throw new ImportProgress.Cancelled();
            }
        }
    }

    private static final class Counting {
        private int good;
        private int bad;
    }

    private void copy(
            UUID importId,
            RegisterType type,
            Iterator<TableRow> table,
            RowReader reader,
            CopyLines lines,
            Counting counting) {
        while (table.hasNext()) {
            TableRow row = table.next();
            switch (lookUp(reader, row)) {
                case Good good -> {
                    counting.good++;
                    write(lines.value(importId).value(row.number()), good, type);
                }
                case Bad bad -> {
                    counting.bad++;
                    write(lines.value(importId).value(row.number()), bad, row);
                }
                case Example() -> {}
            }
            int done = counting.good + counting.bad;
            if (done > MOST_ROWS) {
                throw new ProblemException(RegisterProblem.IMPORT_TOO_LONG, "largest", MOST_ROWS);
            }
            if (done % REPORT_EVERY == 0) {
                progress.report(importId, State.CHECKING, done);
            }
        }
    }

    /** While rows are copied the connection takes nothing else: names are looked up outside the transaction. */
    private RowReader.Result lookUp(RowReader reader, TableRow row) {
        return Objects.requireNonNull(outside.execute(status -> reader.read(row)));
    }

    private void write(CopyLines line, Good good, RegisterType type) {
        ObjectContent content = good.content();
        line.value(Ids.next())
                .value(content.name())
                .value(content.area())
                .value(content.unitId())
                .value(content.address())
                .value(content.longitude())
                .value(content.latitude())
                .value(good.supervisionClass())
                .value(content.contactName())
                .value(content.contactPhone())
                .value(json.writeValueAsString(content.fields()))
                .value(good.creditCode())
                .value(FieldValues.searchText(type.definition(), content.name(), content.address(), content.fields()))
                .value(null)
                .value(null)
                .endRow();
    }

    private void write(CopyLines line, Bad bad, TableRow row) {
        for (int empty = 0; empty < 13; empty++) {
            line.value(null);
        }
        line.value(json.writeValueAsString(row.cells()))
                .value(json.writeValueAsString(bad.errors()))
                .endRow();
    }
}
