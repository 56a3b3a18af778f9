package org.anshe.register.internal;

import static org.anshe.register.internal.db.Tables.IMPORT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.register.internal.TableImport.Counts;
import org.anshe.register.internal.TableImport.Failure;
import org.anshe.register.internal.TableImport.State;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports and how far they have come. An import belongs to the person who began it. */
@Repository
public class ImportRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    ImportRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Adds an import in its first state; false when its id is there already. */
    boolean add(
            Caller caller, UUID id, String type, int typeVersion, String fileName, @Nullable AreaKey area, Instant at) {
        return sql.insertInto(IMPORT)
                        .set(IMPORT.ID, id)
                        .set(IMPORT.TYPE, type)
                        .set(IMPORT.TYPE_VERSION, typeVersion)
                        .set(IMPORT.FILE_NAME, fileName)
                        .set(IMPORT.AREA_KEY, area == null ? null : area.value())
                        .set(IMPORT.STATE, State.CHECKING.name())
                        .set(IMPORT.PERSON_ID, caller.person())
                        .set(IMPORT.PERSON_NAME, caller.name())
                        .set(IMPORT.STARTED_AT, at)
                        .set(IMPORT.ALIVE_AT, at)
                        .onConflict(IMPORT.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    public Optional<TableImport> find(Caller caller, UUID id) {
        return sql.selectFrom(IMPORT)
                .where(IMPORT.ID.eq(id))
                .and(IMPORT.PERSON_ID.eq(caller.person()))
                .fetchOptional(this::map);
    }

    /** The caller's last imports of a type, newest first. */
    public List<TableImport> latest(Caller caller, String type) {
        return sql.selectFrom(IMPORT)
                .where(IMPORT.PERSON_ID.eq(caller.person()))
                .and(IMPORT.TYPE.eq(type))
                .orderBy(IMPORT.STARTED_AT.desc())
                .limit(20)
                .fetch(this::map);
    }

    /** Says that the running step is alive and how far it is; false when it was cancelled meanwhile. */
    boolean report(UUID id, State running, int progress, Instant at) {
        return sql.update(IMPORT)
                        .set(IMPORT.PROGRESS, progress)
                        .set(IMPORT.ALIVE_AT, at)
                        .where(IMPORT.ID.eq(id))
                        .and(IMPORT.STATE.eq(running.name()))
                        .execute()
                == 1;
    }

    /** Moves an import on, unless it is no longer where it was thought to be. */
    boolean move(UUID id, State from, State to, Instant at) {
        boolean isLast = to == State.CANCELLED || to == State.APPLIED;
        return sql.update(IMPORT)
                        .set(IMPORT.STATE, to.name())
                        .set(IMPORT.PROGRESS, 0)
                        .set(IMPORT.ALIVE_AT, at)
                        .set(IMPORT.FINISHED_AT, isLast ? at : null)
                        .where(IMPORT.ID.eq(id))
                        .and(IMPORT.STATE.eq(from.name()))
                        .execute()
                == 1;
    }

    /** Ends the reading; false when it was cancelled meanwhile. */
    boolean checked(UUID id, List<String> columns, List<String> ignored, int good, int bad, int duplicate, Instant at) {
        return sql.update(IMPORT)
                        .set(IMPORT.STATE, State.CHECKED.name())
                        .set(IMPORT.COLUMNS, JSONB.valueOf(json.writeValueAsString(columns)))
                        .set(IMPORT.IGNORED, JSONB.valueOf(json.writeValueAsString(ignored)))
                        .set(IMPORT.ROWS_READ, good + bad)
                        .set(IMPORT.ROWS_GOOD, good)
                        .set(IMPORT.ROWS_BAD, bad)
                        .set(IMPORT.ROWS_DUPLICATE, duplicate)
                        .set(IMPORT.PROGRESS, good + bad)
                        .set(IMPORT.ALIVE_AT, at)
                        .where(IMPORT.ID.eq(id))
                        .and(IMPORT.STATE.eq(State.CHECKING.name()))
                        .execute()
                == 1;
    }

    /** Ends the registering; false when it was cancelled meanwhile. */
    boolean applied(UUID id, int created, int merged, int skipped, Instant at) {
        return sql.update(IMPORT)
                        .set(IMPORT.STATE, State.APPLIED.name())
                        .set(IMPORT.CREATED, created)
                        .set(IMPORT.MERGED, merged)
                        .set(IMPORT.SKIPPED, skipped)
                        .set(IMPORT.ALIVE_AT, at)
                        .set(IMPORT.FINISHED_AT, at)
                        .setNull(IMPORT.FAILURE)
                        .where(IMPORT.ID.eq(id))
                        .and(IMPORT.STATE.eq(State.APPLYING.name()))
                        .execute()
                == 1;
    }

    /** Notes why a step failed; {@code to} is FAILED, or CHECKED when applying may be tried again. */
    void failed(UUID id, State running, State to, Failure failure, Instant at) {
        sql.update(IMPORT)
                .set(IMPORT.STATE, to.name())
                .set(IMPORT.FAILURE, JSONB.valueOf(json.writeValueAsString(failure)))
                .set(IMPORT.FINISHED_AT, to == State.FAILED ? at : null)
                .where(IMPORT.ID.eq(id))
                .and(IMPORT.STATE.eq(running.name()))
                .execute();
    }

    /** Says that these steps are alive, whether they run or wait for their turn. */
    void touch(Set<UUID> ids, Instant at) {
        sql.update(IMPORT).set(IMPORT.ALIVE_AT, at).where(IMPORT.ID.in(ids)).execute();
    }

    /** Imports whose step says nothing any more: their process ended. Their transaction left nothing behind. */
    void failSilent(Instant aliveBefore, Failure failure, Instant at) {
        for (State running : List.of(State.CHECKING, State.APPLYING)) {
            sql.update(IMPORT)
                    .set(IMPORT.STATE, (running == State.CHECKING ? State.FAILED : State.CHECKED).name())
                    .set(IMPORT.FAILURE, JSONB.valueOf(json.writeValueAsString(failure)))
                    .set(IMPORT.FINISHED_AT, running == State.CHECKING ? at : null)
                    .where(IMPORT.STATE.eq(running.name()))
                    .and(IMPORT.ALIVE_AT.lt(aliveBefore))
                    .execute();
        }
    }

    private TableImport map(Record row) {
        Long area = row.get(IMPORT.AREA_KEY);
        JSONB failure = row.get(IMPORT.FAILURE);
        return new TableImport(
                row.get(IMPORT.ID),
                row.get(IMPORT.TYPE),
                row.get(IMPORT.TYPE_VERSION),
                row.get(IMPORT.FILE_NAME),
                area == null ? null : new AreaKey(area),
                State.valueOf(row.get(IMPORT.STATE)),
                texts(row.get(IMPORT.COLUMNS)),
                texts(row.get(IMPORT.IGNORED)),
                new Counts(
                        row.get(IMPORT.ROWS_READ),
                        row.get(IMPORT.ROWS_GOOD),
                        row.get(IMPORT.ROWS_BAD),
                        row.get(IMPORT.ROWS_DUPLICATE),
                        row.get(IMPORT.CREATED),
                        row.get(IMPORT.MERGED),
                        row.get(IMPORT.SKIPPED)),
                row.get(IMPORT.PROGRESS),
                failure == null ? null : json.readValue(failure.data(), Failure.class),
                row.get(IMPORT.STARTED_AT),
                row.get(IMPORT.FINISHED_AT));
    }

    private List<String> texts(JSONB list) {
        return json.readValue(list.data(), new TypeReference<List<String>>() {});
    }
}
