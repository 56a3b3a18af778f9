package org.anshe.hazard.internal;

import static org.anshe.hazard.internal.HazardTables.HAZARD;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anshe.hazard.HazardStatus;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Earlier hazards that a report may be the same as. */
@Repository
class SimilarQueries {

    /** So many of the newest are compared by their words, whatever the size of the table. */
    private static final int COMPARED = 400;

    private final DSLContext sql;

    SimilarQueries(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * An earlier hazard with how much it has in common.
     *
     * @param text how alike the descriptions are by their trigrams, 0 to 1
     * @param place the same for the places; 0 when one has none
     */
    record Candidate(
            UUID id,
            String number,
            String description,
            @Nullable String placeText,
            HazardStatus state,
            Instant reportedAt,
            @Nullable Instant closedAt,
            boolean sameObject,
            boolean sameDomain,
            double text,
            double place) {}

    /** What a report says so far. */
    record Draft(
            AreaKey area,
            @Nullable String domain,
            @Nullable UUID objectId,
            @Nullable String place,
            String description) {}

    /** The newest of the same object, and of the same community, since a moment; rejected and duplicate ones left out. */
    List<Candidate> candidates(Scope scope, Draft draft, Instant since) {
        Condition counts = HAZARD.REPORTED_AT
                .ge(since)
                .and(HAZARD.STATE.notIn(HazardStatus.REJECTED.name(), HazardStatus.DUPLICATE.name()))
                .and(ScopeCondition.within(scope, HAZARD.AREA_KEY, HAZARD.UNIT_ID));
        Select<Record1<UUID>> near = DSL.select(HAZARD.ID)
                .from(HAZARD)
                .where(HAZARD.COMMUNITY_KEY.eq(
                        draft.area().at(AreaLevel.COMMUNITY).value()))
                .and(counts)
                .orderBy(HAZARD.REPORTED_AT.desc(), HAZARD.ID.desc())
                .limit(COMPARED);
        Select<Record1<UUID>> there = DSL.select(HAZARD.ID)
                .from(HAZARD)
                .where(HAZARD.OBJECT_ID.eq(draft.objectId()))
                .and(counts)
                .orderBy(HAZARD.REPORTED_AT.desc())
                .limit(COMPARED);
        Field<Double> text = similarity(HAZARD.DESCRIPTION, draft.description());
        Field<Double> place = draft.place() == null || draft.place().isBlank()
                ? DSL.val(0d)
                : DSL.coalesce(similarity(HAZARD.PLACE, draft.place()), DSL.val(0d));
        return sql.select(
                        HAZARD.ID,
                        HAZARD.NUMBER,
                        HAZARD.DESCRIPTION,
                        HAZARD.PLACE,
                        HAZARD.STATE,
                        HAZARD.REPORTED_AT,
                        HAZARD.CLOSED_AT,
                        HAZARD.OBJECT_ID,
                        HAZARD.DOMAIN,
                        text,
                        place)
                .from(HAZARD)
                .where(HAZARD.ID.in(
                        draft.objectId() == null
                                ? near
                                : DSL.select(DSL.field("id", UUID.class)).from(near.union(there))))
                .fetch(row -> new Candidate(
                        row.get(HAZARD.ID),
                        row.get(HAZARD.NUMBER),
                        row.get(HAZARD.DESCRIPTION),
                        row.get(HAZARD.PLACE),
                        HazardStatus.valueOf(row.get(HAZARD.STATE)),
                        row.get(HAZARD.REPORTED_AT),
                        row.get(HAZARD.CLOSED_AT),
                        draft.objectId() != null && draft.objectId().equals(row.get(HAZARD.OBJECT_ID)),
                        Objects.equals(draft.domain(), row.get(HAZARD.DOMAIN)),
                        row.get(text),
                        row.get(place)));
    }

    private static Field<Double> similarity(Field<String> words, String other) {
        return DSL.field("public.similarity({0}, {1})::float8", Double.class, words, DSL.val(other));
    }
}
