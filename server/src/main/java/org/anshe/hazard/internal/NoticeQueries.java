package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;
import static org.anshe.hazard.internal.db.Tables.EXTENSION;
import static org.anshe.hazard.internal.db.Tables.STEP;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anshe.hazard.internal.db.tables.records.HazardRecord;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.FixedStatement;
import org.anshe.shared.sql.FrequentSql;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What notices about hazards need to know, in one statement each. */
@Repository
class NoticeQueries {

    private static final String FOR_SENDERS =
            "read to word what the system tells; no person's request is answered with it";

    /** The database rounds moments to microseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    private static final Field<UUID> ACTOR = DSL.field(DSL.name("actor"), UUID.class);

    private final DSLContext sql;
    private final FixedStatement withActor;

    NoticeQueries(DSLContext sql, FrequentSql frequent) {
        this.sql = sql;
        Field<UUID> actor = DSL.field(DSL.select(STEP.ACTOR_ID)
                        .from(STEP)
                        .where(STEP.HAZARD_ID.eq(HAZARD.ID))
                        .and(STEP.ACTION.eq(DSL.any(DSL.param("actions", String[].class))))
                        .and(STEP.AT.ge(DSL.param("at", STEP.AT)))
                        .orderBy(STEP.SEQ)
                        .limit(1))
                .as(ACTOR);
        this.withActor = frequent.prepare(
                sql.select(HAZARD.fields()).select(actor).from(HAZARD).where(HAZARD.ID.eq(DSL.param("id", HAZARD.ID))));
    }

    /**
     * A hazard with the words of its report.
     *
     * @param actor who took the step that is told of; null for the system, or when nobody asked
     */
    record Spoken(
            Hazard hazard,
            String description,
            @Nullable String place,
            @Nullable UUID actor) {}

    /**
     * The hazard as it stands, with who took the step.
     *
     * @param at the moment of the event; the step was written in the same transaction, a little later
     * @param steps of which the event is one
     */
    @WithoutScope(FOR_SENDERS)
    Optional<Spoken> find(UUID id, Instant at, HazardAction... steps) {
        String[] actions = Arrays.stream(steps).map(HazardAction::slug).toArray(String[]::new);
        return withActor.fetch(actions, at.minus(ROUNDING), id).stream()
                .findFirst()
                .map(row -> spoken(FixedStatement.leading(HAZARD, row), row.get(ACTOR)));
    }

    @WithoutScope(FOR_SENDERS)
    Map<UUID, Spoken> findAll(Collection<UUID> ids) {
        return sql.selectFrom(HAZARD).where(HAZARD.ID.eq(DSL.any(ids.toArray(UUID[]::new)))).fetch().stream()
                .map(row -> spoken(row, null))
                .collect(Collectors.toMap(spoken -> spoken.hazard().id(), Function.identity()));
    }

    private static Spoken spoken(HazardRecord row, @Nullable UUID actor) {
        return new Spoken(HazardRows.hazard(row), row.getDescription(), row.getPlace(), actor);
    }

    /** Who took this step last, up to that moment: whoever asked is told the answer. */
    @WithoutScope(FOR_SENDERS)
    List<UUID> lastTaker(UUID id, HazardAction step, Instant upTo) {
        return sql
                .select(STEP.ACTOR_ID)
                .from(STEP)
                .where(STEP.HAZARD_ID.eq(id))
                .and(STEP.ACTION.eq(step.slug()))
                .and(STEP.AT.le(upTo.plus(ROUNDING)))
                .orderBy(STEP.SEQ.desc())
                .limit(1)
                .fetch(STEP.ACTOR_ID)
                .stream()
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    /** The level that decides the extension each hazard waits for, and who asked; hazards without one are left out. */
    @WithoutScope(FOR_SENDERS)
    Map<UUID, AreaLevel> deciders(Collection<UUID> hazards) {
        return sql.select(EXTENSION.HAZARD_ID, EXTENSION.LEVEL.convertFrom(AreaLevel::valueOf))
                .from(EXTENSION)
                .where(EXTENSION.HAZARD_ID.eq(DSL.any(hazards.toArray(UUID[]::new))))
                .and(EXTENSION.STATE.eq(ExtensionRepository.State.PENDING.name()))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }
}
