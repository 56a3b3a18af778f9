package org.anshe.register.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.register.internal.ObjectRepository.ChangeKind;
import org.anshe.register.internal.StagedRowQueries.ToMerge;
import org.anshe.register.internal.TableImport.State;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Component;

/** Fills rows of an import into the objects they seem to be, part by part. */
@Component
class MergeRows {

    private static final int CHUNK = 500;

    private final StagedRowQueries rows;
    private final ObjectRepository objects;
    private final SetSupervisionClass setSupervisionClass;
    private final TypeRepository types;
    private final ImportProgress progress;

    MergeRows(
            StagedRowQueries rows,
            ObjectRepository objects,
            SetSupervisionClass setSupervisionClass,
            TypeRepository types,
            ImportProgress progress) {
        this.rows = rows;
        this.objects = objects;
        this.setSupervisionClass = setSupervisionClass;
        this.types = types;
        this.progress = progress;
    }

    /**
     * What became of the rows.
     *
     * @param changed rows that changed their object
     * @param left rows that said nothing new, or whose object is retired or not the caller's to change
     */
    record Merged(int changed, int left) {}

    Merged merge(Caller caller, TableImport table, Instant now) {
        RegisterType type = types.get(table.type());
        int changed = 0;
        int left = 0;
        List<ToMerge> chunk = rows.toMerge(caller, table.id(), 0, CHUNK);
        while (!chunk.isEmpty()) {
            Map<UUID, RegisteredObject> known = new HashMap<>(
                    objects.byIds(chunk.stream().map(ToMerge::into).distinct().toList()));
            for (ToMerge row : chunk) {
                RegisteredObject before = known.get(row.into());
                if (before == null || !mayChange(caller, before)) {
                    left++;
                    continue;
                }
                RegisteredObject after = fill(caller, table, type, before, row, now);
                known.put(row.into(), after);
                if (after.version() == before.version()) {
                    left++;
                } else {
                    changed++;
                }
            }
            progress.report(table.id(), State.APPLYING, table.counts().good());
            chunk = rows.toMerge(caller, table.id(), chunk.getLast().row(), CHUNK);
        }
        return new Merged(changed, left);
    }

    private static boolean mayChange(Caller caller, RegisteredObject object) {
        return !object.isRetired()
                && caller.may(
                        ObjectAccess.EDIT,
                        object.content().area(),
                        object.content().unitId());
    }

    /** The object with what the row says; the same one when the row says nothing new. */
    private RegisteredObject fill(
            Caller caller, TableImport table, RegisterType type, RegisteredObject object, ToMerge row, Instant now) {
        RegisteredObject after = object;
        ObjectContent content = object.content().filledFrom(row.content());
        Map<String, ObjectContent.Change> changes = object.content().changesTo(content);
        if (!changes.isEmpty()) {
            objects.change(object, content, type, now);
            objects.record(
                    caller, object.id(), object.version() + 1, ChangeKind.MERGED, changes, table.fileName(), now);
            after = object.changedTo(content, type.version(), now);
        }
        Integer given = row.supervisionClass();
        if (given != null && !given.equals(after.supervisionClass())) {
            setSupervisionClass.write(caller, after, given, table.fileName(), now);
            after = after.classed(given, now);
        }
        return after;
    }
}
