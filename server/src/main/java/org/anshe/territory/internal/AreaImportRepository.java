package org.anshe.territory.internal;

import static org.anshe.territory.internal.db.Tables.AREA;
import static org.anshe.territory.internal.db.Tables.AREA_IMPORT;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Repository;

/** Imports of the official list: their progress, and the fast way into the table of areas. */
@Repository
public class AreaImportRepository {

    /** With more areas than this a list adds to a street at work, which must not wait. */
    private static final int NEARLY_EMPTY = 10_000;

    /** A run that has not moved for so long was cut off, for example by a restart. */
    private static final Duration CUT_OFF = Duration.ofMinutes(5);

    /** Where an import stands. */
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * One import.
     *
     * @param rootCode code of the province, city or district; null for everything
     * @param total areas the list holds there, with those above
     * @param done areas looked at
     * @param added of these, areas that were not there before
     * @param problem why it failed
     */
    public record AreaImport(
            UUID id,
            @Nullable String rootCode,
            State state,
            int total,
            int done,
            int added,
            String startedBy,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String problem) {}

    private final DSLContext sql;
    private final Clock clock;

    AreaImportRepository(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void start(Caller caller, UUID id, @Nullable String rootCode, int total) {
        Instant now = clock.instant();
        sql.update(AREA_IMPORT)
                .set(AREA_IMPORT.STATE, State.FAILED.name())
                .set(AREA_IMPORT.PROBLEM, "cut off")
                .set(AREA_IMPORT.FINISHED_AT, now)
                .where(AREA_IMPORT.STATE.eq(State.RUNNING.name()))
                .and(AREA_IMPORT.TOUCHED_AT.lt(now.minus(CUT_OFF)))
                .execute();
        sql.insertInto(AREA_IMPORT)
                .set(AREA_IMPORT.ID, id)
                .set(AREA_IMPORT.ROOT_CODE, rootCode)
                .set(AREA_IMPORT.STATE, State.RUNNING.name())
                .set(AREA_IMPORT.TOTAL, total)
                .set(AREA_IMPORT.STARTED_BY, caller.name())
                .set(AREA_IMPORT.STARTED_AT, now)
                .set(AREA_IMPORT.TOUCHED_AT, now)
                .execute();
    }

    void progress(UUID id, int done, int added) {
        sql.update(AREA_IMPORT)
                .set(AREA_IMPORT.DONE, done)
                .set(AREA_IMPORT.ADDED, added)
                .set(AREA_IMPORT.TOUCHED_AT, clock.instant())
                .where(AREA_IMPORT.ID.eq(id))
                .execute();
    }

    void finish(UUID id, @Nullable String problem) {
        sql.update(AREA_IMPORT)
                .set(AREA_IMPORT.STATE, (problem == null ? State.DONE : State.FAILED).name())
                .set(AREA_IMPORT.ADDED, problem == null ? AREA_IMPORT.ADDED : DSL.val(0))
                .set(AREA_IMPORT.PROBLEM, problem)
                .set(AREA_IMPORT.FINISHED_AT, clock.instant())
                .where(AREA_IMPORT.ID.eq(id))
                .execute();
    }

    public Optional<AreaImport> find(UUID id) {
        return sql.select(
                        AREA_IMPORT.ID,
                        AREA_IMPORT.ROOT_CODE,
                        AREA_IMPORT.STATE.convertFrom(State::valueOf),
                        AREA_IMPORT.TOTAL,
                        AREA_IMPORT.DONE,
                        AREA_IMPORT.ADDED,
                        AREA_IMPORT.STARTED_BY,
                        AREA_IMPORT.STARTED_AT,
                        AREA_IMPORT.FINISHED_AT,
                        AREA_IMPORT.PROBLEM)
                .from(AREA_IMPORT)
                .where(AREA_IMPORT.ID.eq(id))
                .fetchOptional(Records.mapping(AreaImport::new));
    }

    /** Makes room for rows that are copied in; it is gone at the end of the transaction. */
    void openCopy() {
        sql.execute("""
                create temporary table area_copied (key bigint, name text, official_code text) on commit drop""");
    }

    /**
     * Copies rows in and adds the areas that are not there yet.
     *
     * @param rows lines of key, name and official code, separated by tabs
     * @return how many were added
     */
    int copy(List<String> rows) {
        byte[] bytes = String.join("", rows).getBytes(StandardCharsets.UTF_8);
        sql.connection(connection -> {
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy pg_temp.area_copied (key, name, official_code) from stdin");
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
        int added = sql.execute("""
                insert into territory.area (key, name, official_code, created_at)
                select key, name, official_code, {0} from pg_temp.area_copied
                on conflict (key) do nothing""", DSL.val(clock.instant()));
        sql.execute("truncate pg_temp.area_copied");
        return added;
    }

    /**
     * Takes away what costs more to keep up row by row than to make over two thirds of a million rows at the end: the
     * indexes of names and the check of the area above. Others wait for the areas until the transaction ends, so it is
     * done only while there are few areas: at the set-up, when nobody works yet.
     *
     * @return the statements that bring it back; none when nothing was taken away
     */
    List<String> lighten() {
        if (sql.fetchCount(sql.selectOne().from(AREA).limit(NEARLY_EMPTY)) == NEARLY_EMPTY) {
            return List.of();
        }
        sql.execute("set local maintenance_work_mem = '128MB'");
        List<String> back = sql.resultQuery("""
                select 'alter table territory.area add constraint area_parent ' || pg_get_constraintdef(oid)
                from pg_catalog.pg_constraint where conname = 'area_parent'
                union all
                select indexdef from pg_catalog.pg_indexes
                where schemaname = 'territory' and indexname in ('area_name_idx', 'area_name_trgm_idx')""").fetch(row -> row.get(0, String.class));
        sql.execute("alter table territory.area drop constraint area_parent");
        sql.execute("drop index territory.area_name_idx, territory.area_name_trgm_idx");
        return back;
    }

    void bringBack(List<String> statements) {
        statements.forEach(sql::execute);
    }

    /** The planner must know of a hundred thousand rows that came at once. */
    void analyse() {
        sql.execute("analyze territory.area");
    }
}
