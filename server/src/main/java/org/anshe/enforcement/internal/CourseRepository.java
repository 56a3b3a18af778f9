package org.anshe.enforcement.internal;

import static org.anshe.enforcement.internal.db.Tables.STEP;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.WithoutScope;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a step leaves besides the new state: a row of the timeline, an audit entry, an event. */
@Repository
class CourseRepository {

    private static final TypeReference<LinkedHashMap<String, Object>> FACTS = new TypeReference<>() {};

    private final DSLContext sql;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    CourseRepository(DSLContext sql, AuditTrail audit, ApplicationEventPublisher events, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    /** The record a step is about. */
    record Of(String kind, UUID id, String number, AreaKey area) {}

    /** One step of a timeline. */
    public record Step(UUID id, String action, Instant at, String personName, Map<String, Object> facts) {}

    /** @param action the last word of the act, for example {@code conclude} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Caller caller, Of of, String action, Map<String, Object> facts) {
        sql.insertInto(STEP)
                .set(STEP.ID, Ids.next())
                .set(STEP.SUBJECT, of.kind())
                .set(STEP.SUBJECT_ID, of.id())
                .set(STEP.ACTION, action)
                .set(STEP.AT, clock.instant())
                .set(STEP.PERSON_ID, caller.personId())
                .set(STEP.PERSON_NAME, caller.name())
                .set(STEP.FACTS, JSONB.valueOf(json.writeValueAsString(facts)))
                .execute();
        Map<String, Object> known = new LinkedHashMap<>(facts);
        known.put("number", of.number());
        audit.record(caller, of.kind() + "." + action, Subject.of(of.kind(), of.id()), of.area(), known);
    }

    /** A ledger of cases left the building. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void exported(Caller caller, @Nullable AreaKey area, int rows) {
        audit.record(caller, IllegalCase.EXPORT, Subject.of(IllegalCase.KIND, "ledger"), area, Map.of("rows", rows));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(Object event) {
        events.publishEvent(event);
    }

    @WithoutScope("of a record that was found within the scope")
    List<Step> steps(String kind, UUID id) {
        return sql.selectFrom(STEP)
                .where(STEP.SUBJECT.eq(kind))
                .and(STEP.SUBJECT_ID.eq(id))
                .orderBy(STEP.AT, STEP.ID)
                .fetch(row -> new Step(
                        row.getId(),
                        row.getAction(),
                        row.getAt(),
                        row.getPersonName(),
                        json.readValue(row.getFacts().data(), FACTS)));
    }
}
