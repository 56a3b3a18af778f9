package org.anshe.register.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.register.internal.ObjectRepository.ChangeKind;
import org.anshe.register.internal.StagingRepository.ToMerge;
import org.anshe.register.internal.TableImport.State;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns the good rows of an import into objects: all of them or, when something fails, none. */
@Service
class ApplyImport {

    private static final int CHUNK = 5_000;

    private final ImportRepository imports;
    private final StagingRepository staging;
    private final StagedRowQueries rows;
    private final ImportProgress progress;
    private final ObjectRepository objects;
    private final TypeRepository types;
    private final AuditTrail audit;
    private final Clock clock;

    ApplyImport(
            ImportRepository imports,
            StagingRepository staging,
            StagedRowQueries rows,
            ImportProgress progress,
            ObjectRepository objects,
            TypeRepository types,
            AuditTrail audit,
            Clock clock) {
        this.imports = imports;
        this.staging = staging;
        this.rows = rows;
        this.progress = progress;
        this.objects = objects;
        this.types = types;
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
        int merged = merge(caller, table, now);
        int skipped = staging.skipped(id);
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

    private int merge(Caller caller, TableImport table, Instant now) {
        RegisterType type = types.get(table.type());
        int merged = 0;
        for (ToMerge row : staging.toMerge(table.id())) {
            RegisteredObject before = objects.find(row.into()).orElseThrow();
            boolean isWritable = caller.may(
                    ObjectAccess.EDIT, before.content().area(), before.content().unitId());
            if (!isWritable || before.isRetired()) {
                continue;
            }
            ObjectContent after = before.content().filledFrom(rows.content(caller, table.id(), row.row()));
            Map<String, ObjectContent.Change> changes = before.content().changesTo(after);
            if (!changes.isEmpty()) {
                objects.change(before, after, type, now);
                objects.record(
                        caller, before.id(), before.version() + 1, ChangeKind.MERGED, changes, table.fileName(), now);
            }
            if (++merged % (CHUNK / 10) == 0) {
                progress.report(table.id(), State.APPLYING, table.counts().good());
            }
        }
        return merged;
    }
}
