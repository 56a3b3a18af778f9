package org.anshe.organisation.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.organisation.Units.Kind;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.table.RowError;
import org.anshe.shared.table.TableProblem;
import org.anshe.shared.table.TableReader;
import org.anshe.territory.Areas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Units from a table. The same reading serves the preview and the import, so what was shown is what is saved. */
@Service
public class ImportUnits {

    private final UnitRepository units;
    private final UnitDirectory directory;
    private final Areas areas;
    private final AuditTrail audit;

    ImportUnits(UnitRepository units, UnitDirectory directory, Areas areas, AuditTrail audit) {
        this.units = units;
        this.directory = directory;
        this.areas = areas;
        this.audit = audit;
    }

    /** A row that can be saved. */
    public record Good(int row, UUID id, String name, Kind kind, String area) {}

    /**
     * What a table holds.
     *
     * @param rows how many rows there are
     * @param fresh how many units it would add, or has added
     * @param known how many are in the directory already
     * @param sample the first of the rows that are good and new
     * @param errors what is wrong, at most 1000
     * @param bad how many rows are wrong
     */
    public record Report(int rows, int fresh, int known, List<Good> sample, List<RowError> errors, int bad) {}

    /** Reads the table and saves nothing. */
    @Transactional(readOnly = true)
    public Report preview(Caller caller, TableReader table) {
        return read(caller, table).report();
    }

    /**
     * Saves the units of the table.
     *
     * @param goodRows saves the good rows though others are wrong; without it one wrong row refuses the whole table
     */
    @Transactional
    public Report save(Caller caller, TableReader table, boolean goodRows) {
        UnitTable read = read(caller, table);
        Report report = read.report();
        if (report.bad() > 0 && !goodRows) {
            throw new ProblemException(TableProblem.ROWS_BAD, Map.of("bad", report.bad(), "errors", report.errors()));
        }
        directory.enter(read.fresh());
        audit.record(
                caller,
                "unit.import",
                Subject.of("units", report.fresh()),
                null,
                Map.of("added", report.fresh(), "bad", report.bad()));
        return report;
    }

    private UnitTable read(Caller caller, TableReader table) {
        table.require(UnitTable.NAME, UnitTable.KIND, UnitTable.AREA);
        UnitTable rows = new UnitTable(caller.scopeFor(ManagedUnits.PERMISSION), areas);
        table.forEach(rows::take);
        rows.compare(units.keysIn(rows.areas()), units.creditCodes(rows.creditCodes()), directory::findByName);
        return rows;
    }
}
