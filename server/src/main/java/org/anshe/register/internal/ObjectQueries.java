package org.anshe.register.internal;

import static org.anshe.register.internal.db.Tables.OBJECT_CHANGE;
import static org.anshe.register.internal.db.Tables.REGISTERED_OBJECT;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.register.RegisterObjects.ObjectFilter;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Single objects, their history, and objects as other modules ask for them. */
@Repository
public class ObjectQueries {

    private static final int LONGEST_HISTORY = 500;

    private final DSLContext sql;
    private final JsonMapper json;

    ObjectQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * One step in the life of an object.
     *
     * @param kind CHANGED, CLASSED, RETIRED, RESTORED or MERGED
     * @param changes member or field code → value before and after
     */
    public record HistoryEntry(
            int version,
            String kind,
            Instant at,
            String byName,
            Map<String, ObjectContent.Change> changes,
            @Nullable String reason) {}

    /** An object that seems to be the same; {@code reason} is {@code name} or {@code credit-code}. */
    public record Candidate(UUID id, String name, @Nullable String address, String reason) {}

    public Optional<RegisteredObject> find(Scope scope, UUID id) {
        return sql.selectFrom(REGISTERED_OBJECT)
                .where(REGISTERED_OBJECT.ID.eq(id))
                .and(within(scope))
                .fetchOptional(row -> ObjectRepository.object(row, json));
    }

    /** Newest first. */
    public List<HistoryEntry> history(Scope scope, UUID id) {
        return sql.select(OBJECT_CHANGE.asterisk())
                .from(OBJECT_CHANGE)
                .join(REGISTERED_OBJECT)
                .on(REGISTERED_OBJECT.ID.eq(OBJECT_CHANGE.OBJECT_ID))
                .where(OBJECT_CHANGE.OBJECT_ID.eq(id))
                .and(within(scope))
                .orderBy(OBJECT_CHANGE.VERSION.desc())
                .limit(LONGEST_HISTORY)
                .fetch(this::entry);
    }

    /** Active objects of the type that have the name in the same area, or the credit code, and can be seen. */
    List<Candidate> candidates(
            Scope scope, String type, UUID except, AreaKey area, String name, @Nullable String creditCode) {
        Condition sameName = REGISTERED_OBJECT.AREA_KEY.eq(area.value()).and(REGISTERED_OBJECT.NAME.eq(name));
        Condition sameCode = creditCode == null ? DSL.falseCondition() : REGISTERED_OBJECT.CREDIT_CODE.eq(creditCode);
        return sql.select()
                .from(REGISTERED_OBJECT)
                .where(sameName.or(sameCode))
                .and(REGISTERED_OBJECT.TYPE.eq(type))
                .and(REGISTERED_OBJECT.ID.ne(except))
                .and(REGISTERED_OBJECT.RETIRED_AT.isNull())
                .and(within(scope))
                .orderBy(REGISTERED_OBJECT.REGISTERED_AT)
                .limit(10)
                .fetch(row -> new Candidate(
                        row.get(REGISTERED_OBJECT.ID),
                        row.get(REGISTERED_OBJECT.NAME),
                        row.get(REGISTERED_OBJECT.ADDRESS),
                        creditCode != null && creditCode.equals(row.get(REGISTERED_OBJECT.CREDIT_CODE))
                                ? "credit-code"
                                : "name"));
    }

    Optional<RegisterObject> findForOthers(Scope scope, UUID id) {
        return sql.select()
                .from(REGISTERED_OBJECT)
                .where(REGISTERED_OBJECT.ID.eq(id))
                .and(within(scope))
                .fetchOptional(ObjectQueries::forOthers);
    }

    @WithoutScope("names of objects that rows of the asking module point to; that module scoped those rows")
    Map<UUID, RegisterObject> byIds(Collection<UUID> ids) {
        return sql.select()
                .from(REGISTERED_OBJECT)
                .where(REGISTERED_OBJECT.ID.in(ids))
                .fetchMap(REGISTERED_OBJECT.ID, ObjectQueries::forOthers);
    }

    List<RegisterObject> select(Scope scope, ObjectFilter filter, @Nullable UUID after, int limit) {
        return sql.select()
                .from(REGISTERED_OBJECT)
                .where(matches(scope, filter))
                .and(after == null ? DSL.noCondition() : REGISTERED_OBJECT.ID.gt(after))
                .orderBy(REGISTERED_OBJECT.ID)
                .limit(limit)
                .fetch(ObjectQueries::forOthers);
    }

    long count(Scope scope, ObjectFilter filter) {
        return sql.fetchCount(sql.selectOne().from(REGISTERED_OBJECT).where(matches(scope, filter)));
    }

    private static Condition matches(Scope scope, ObjectFilter filter) {
        Condition condition = within(scope).and(REGISTERED_OBJECT.RETIRED_AT.isNull());
        if (!filter.types().isEmpty()) {
            condition = condition.and(REGISTERED_OBJECT.TYPE.in(filter.types()));
        }
        if (!filter.supervisionClasses().isEmpty()) {
            condition = condition.and(REGISTERED_OBJECT.SUPERVISION_CLASS.in(filter.supervisionClasses().stream()
                    .map(Integer::shortValue)
                    .toList()));
        }
        return condition;
    }

    static Condition within(Scope scope) {
        return ScopeCondition.within(scope, REGISTERED_OBJECT.AREA_KEY, REGISTERED_OBJECT.UNIT_ID);
    }

    private static RegisterObject forOthers(Record row) {
        return new RegisterObject(
                row.get(REGISTERED_OBJECT.ID),
                row.get(REGISTERED_OBJECT.TYPE),
                row.get(REGISTERED_OBJECT.NAME),
                new AreaKey(row.get(REGISTERED_OBJECT.AREA_KEY)),
                row.get(REGISTERED_OBJECT.UNIT_ID),
                row.get(REGISTERED_OBJECT.ADDRESS),
                ObjectRepository.number(row.get(REGISTERED_OBJECT.SUPERVISION_CLASS)),
                row.get(REGISTERED_OBJECT.RETIRED_AT) != null);
    }

    private HistoryEntry entry(Record row) {
        return new HistoryEntry(
                row.get(OBJECT_CHANGE.VERSION),
                row.get(OBJECT_CHANGE.KIND),
                row.get(OBJECT_CHANGE.AT),
                row.get(OBJECT_CHANGE.BY_NAME),
                json.readValue(
                        row.get(OBJECT_CHANGE.CHANGES).data(),
                        new TypeReference<Map<String, ObjectContent.Change>>() {}),
                row.get(OBJECT_CHANGE.REASON));
    }
}
