package org.anshe.register.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.register.internal.MergeRows.Merged;
import org.anshe.register.internal.TableImport.State;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns the good rows of an import into objects: all of them or, when something fails, none. */
@Service
class ApplyImport {

    private static final int CHUNK = 5_000;

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final MergeRows mergeRows;
    private final ImportProgress progress;
    private final AuditTrail audit;
    private final Clock clock;

    ApplyImport(
            ImportRepository imports,
            StagingRepository staging,
            MergeRows mergeRows,
            ImportProgress progress,
            AuditTrail audit,
            Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.mergeRows = mergeRows;
        this.progress = progress;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void apply(Caller caller, TableImport table) {
        UUID id = table.id();
        Instant now = clock.instant();
        int created = 0;
        int last = staging.lastRow(id);
        for (int from = 1; from <= last; from += CHUNK) {
            created += staging.register(id, from, from + CHUNK - 1, caller.name(), now);
            progress.report(
                    id,
                    State.APPLYING,
                    Math.min(from + CHUNK - 1, table.counts().read()));
        }
        Merged rows = mergeRows.merge(caller, table, now);
        int merged = rows.changed();
        int skipped = rows.left() + staging.skipped(id);
        staging.dropGood(id);
        if (!imports.applied(id, created, merged, skipped, now)) {
            throw new ImportProgress.Cancelled();
        }
        audit.record(
                caller,
                "register.import",
                Subject.of("register-import", id),
                table.area(),
                Map.of(
                        "type",
                        table.type(),
                        "file",
                        table.fileName(),
                        "created",
                        created,
                        "merged",
                        merged,
                        "skipped",
                        skipped,
                        "bad",
                        table.counts().bad()));
    }
}
