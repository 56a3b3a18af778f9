package org.anshe.territory.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.table.RowError;
import org.anshe.shared.table.TableProblem;
import org.anshe.shared.table.TableReader;
import org.anshe.territory.Areas.Area;
import org.anshe.territory.Areas.NewArea;
import org.anshe.territory.internal.AreaRepository.Change;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Areas from a table: either code and name, or the area above, a number and a name. The same reading serves the
 * preview and the import, so what was shown is what is saved.
 */
@Service
public class ImportAreas {

    private static final int NOTED_ONE_BY_ONE = 500;

    private final AreaRepository areas;
    private final AreaCache cache;
    private final AuditTrail audit;

    ImportAreas(AreaRepository areas, AreaCache cache, AuditTrail audit) {
        this.areas = areas;
        this.cache = cache;
        this.audit = audit;
    }

    /** A row that can be saved. */
    public record Good(int row, AreaKey key, String name, String parent) {}

    /**
     * What a table holds.
     *
     * @param rows how many rows there are
     * @param fresh how many areas it would add, or has added
     * @param known how many are there already under this code and name
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
     * Saves the areas of the table.
     *
     * @param goodRows saves the good rows though others are wrong; without it one wrong row refuses the whole table
     */
    @Transactional
    public Report save(Caller caller, TableReader table, boolean goodRows) {
        AreaTable read = read(caller, table);
        Report report = read.report();
        if (report.bad() > 0 && !goodRows) {
            throw new ProblemException(TableProblem.ROWS_BAD, Map.of("bad", report.bad(), "errors", report.errors()));
        }
        List<NewArea> fresh = read.fresh();
        int added = areas.add(fresh);
        cache.forget();
        if (fresh.size() <= NOTED_ONE_BY_ONE) {
            fresh.forEach(area -> areas.note(caller, area.key(), Change.CREATED, null, area.name(), null));
        }
        audit.record(
                caller,
                "area.import",
                Subject.of("areas", added),
                common(fresh),
                Map.of("added", added, "bad", report.bad()));
        return report;
    }

    private AreaTable read(Caller caller, TableReader table) {
        if (!table.has("编码")) {
            table.require(table.has("上级编码") ? "上级编码" : "上级", "序号", "名称");
        }
        table.require("名称");
        AreaTable rows = new AreaTable(caller.scopeFor(ManagedAreas.PERMISSION), areas);
        table.forEach(rows::take);
        Map<AreaKey, Area> known = new HashMap<>();
        areas.list(rows.mentioned()).forEach(area -> known.put(area.key(), area));
        rows.compare(known);
        return rows;
    }

    /** The lowest area all of these lie in, for those who may read the entry; none for none. */
    private static @org.jspecify.annotations.Nullable AreaKey common(List<NewArea> fresh) {
        if (fresh.isEmpty()) {
            return null;
        }
        List<AreaKey> chain = AreaDirectory.chain(fresh.getFirst().key());
        return chain.reversed().stream()
                .filter(above -> fresh.stream().allMatch(area -> above.contains(area.key())))
                .findFirst()
                .orElse(null);
    }
}
