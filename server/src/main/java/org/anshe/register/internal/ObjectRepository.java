package org.anshe.register.internal;

import static org.anshe.register.internal.db.Tables.OBJECT_CHANGE;
import static org.anshe.register.internal.db.Tables.REGISTERED_OBJECT;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.register.internal.type.FieldValues;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Objects as they are stored, each with the history of its changes. */
@Repository
class ObjectRepository {

    /** Kinds of change, as the history names them. */
    enum ChangeKind {
        CHANGED,
        CLASSED,
        RETIRED,
        RESTORED,
        MERGED
    }

    private final DSLContext sql;
    private final JsonMapper json;

    ObjectRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    Optional<RegisteredObject> find(UUID id) {
        return sql.selectFrom(REGISTERED_OBJECT)
                .where(REGISTERED_OBJECT.ID.eq(id))
                .fetchOptional(row -> object(row, json));
    }

    Map<UUID, RegisteredObject> byIds(Collection<UUID> ids) {
        return sql.selectFrom(REGISTERED_OBJECT)
                .where(REGISTERED_OBJECT.ID.in(ids))
                .fetchMap(REGISTERED_OBJECT.ID, row -> object(row, json));
    }

    /** Adds an object; false when its id is there already. */
    boolean add(RegisteredObject object, RegisterType type) {
        ObjectContent content = object.content();
        return sql.insertInto(REGISTERED_OBJECT)
                        .set(REGISTERED_OBJECT.ID, object.id())
                        .set(REGISTERED_OBJECT.TYPE, object.type())
                        .set(REGISTERED_OBJECT.TYPE_VERSION, object.typeVersion())
                        .set(content(content, type))
                        .set(REGISTERED_OBJECT.SUPERVISION_CLASS, small(object.supervisionClass()))
                        .set(REGISTERED_OBJECT.CLASS_SINCE, object.classSince())
                        .set(REGISTERED_OBJECT.REGISTERED_AT, object.registeredAt())
                        .set(REGISTERED_OBJECT.REGISTERED_BY, object.registeredBy())
                        .set(REGISTERED_OBJECT.CHANGED_AT, object.changedAt())
                        .onConflict(REGISTERED_OBJECT.ID)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** Writes new content over the version it was made from. */
    void change(RegisteredObject before, ObjectContent content, RegisterType type, Instant at) {
        int changed = sql.update(REGISTERED_OBJECT)
                .set(content(content, type))
                .set(REGISTERED_OBJECT.TYPE_VERSION, type.version())
                .set(REGISTERED_OBJECT.VERSION, before.version() + 1)
                .set(REGISTERED_OBJECT.CHANGED_AT, at)
                .where(REGISTERED_OBJECT.ID.eq(before.id()))
                .and(REGISTERED_OBJECT.VERSION.eq(before.version()))
                .execute();
        refuseStale(changed);
    }

    void setClass(RegisteredObject before, @Nullable Integer supervisionClass, Instant at) {
        int changed = sql.update(REGISTERED_OBJECT)
                .set(REGISTERED_OBJECT.SUPERVISION_CLASS, small(supervisionClass))
                .set(REGISTERED_OBJECT.CLASS_SINCE, at)
                .set(REGISTERED_OBJECT.VERSION, before.version() + 1)
                .set(REGISTERED_OBJECT.CHANGED_AT, at)
                .where(REGISTERED_OBJECT.ID.eq(before.id()))
                .and(REGISTERED_OBJECT.VERSION.eq(before.version()))
                .execute();
        refuseStale(changed);
    }

    /** Retires the object for a reason, or brings it back when the reason is null. */
    void setRetired(RegisteredObject before, @Nullable String reason, Instant at) {
        int changed = sql.update(REGISTERED_OBJECT)
                .set(REGISTERED_OBJECT.RETIRED_AT, reason == null ? null : at)
                .set(REGISTERED_OBJECT.RETIRED_REASON, reason)
                .set(REGISTERED_OBJECT.VERSION, before.version() + 1)
                .set(REGISTERED_OBJECT.CHANGED_AT, at)
                .where(REGISTERED_OBJECT.ID.eq(before.id()))
                .and(REGISTERED_OBJECT.VERSION.eq(before.version()))
                .execute();
        refuseStale(changed);
    }

    /** Keeps what was changed; {@code version} is the one the change made. */
    void record(
            Caller caller,
            UUID id,
            int version,
            ChangeKind kind,
            Map<String, ObjectContent.Change> changes,
            @Nullable String reason,
            Instant at) {
        sql.insertInto(OBJECT_CHANGE)
                .set(OBJECT_CHANGE.OBJECT_ID, id)
                .set(OBJECT_CHANGE.VERSION, version)
                .set(OBJECT_CHANGE.KIND, kind.name())
                .set(OBJECT_CHANGE.AT, at)
                .set(OBJECT_CHANGE.BY_ID, caller.personId())
                .set(OBJECT_CHANGE.BY_NAME, caller.name())
                .set(OBJECT_CHANGE.CHANGES, JSONB.valueOf(json.writeValueAsString(changes)))
                .set(OBJECT_CHANGE.REASON, reason)
                .execute();
    }

    private Map<Field<?>, @Nullable Object> content(ObjectContent content, RegisterType type) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(REGISTERED_OBJECT.NAME, content.name());
        row.put(REGISTERED_OBJECT.AREA_KEY, content.area().value());
        row.put(REGISTERED_OBJECT.UNIT_ID, content.unitId());
        row.put(REGISTERED_OBJECT.ADDRESS, content.address());
        row.put(REGISTERED_OBJECT.LONGITUDE, content.longitude());
        row.put(REGISTERED_OBJECT.LATITUDE, content.latitude());
        row.put(REGISTERED_OBJECT.CONTACT_NAME, content.contactName());
        row.put(REGISTERED_OBJECT.CONTACT_PHONE, content.contactPhone());
        row.put(REGISTERED_OBJECT.FIELDS, JSONB.valueOf(json.writeValueAsString(content.fields())));
        row.put(REGISTERED_OBJECT.CREDIT_CODE, FieldValues.creditCode(type.definition(), content.fields()));
        row.put(
                REGISTERED_OBJECT.SEARCH_TEXT,
                FieldValues.searchText(type.definition(), content.name(), content.address(), content.fields()));
        return row;
    }

    private static void refuseStale(int changed) {
        if (changed == 0) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
    }

    private static @Nullable Short small(@Nullable Integer number) {
        return number == null ? null : number.shortValue();
    }

    static @Nullable Integer number(@Nullable Short small) {
        return small == null ? null : small.intValue();
    }

    static RegisteredObject object(Record row, JsonMapper json) {
        ObjectContent content = new ObjectContent(
                row.get(REGISTERED_OBJECT.NAME),
                new AreaKey(row.get(REGISTERED_OBJECT.AREA_KEY)),
                row.get(REGISTERED_OBJECT.UNIT_ID),
                row.get(REGISTERED_OBJECT.ADDRESS),
                row.get(REGISTERED_OBJECT.LONGITUDE),
                row.get(REGISTERED_OBJECT.LATITUDE),
                row.get(REGISTERED_OBJECT.CONTACT_NAME),
                row.get(REGISTERED_OBJECT.CONTACT_PHONE),
                json.readValue(row.get(REGISTERED_OBJECT.FIELDS).data(), new TypeReference<Map<String, Object>>() {}));
        return new RegisteredObject(
                row.get(REGISTERED_OBJECT.ID),
                row.get(REGISTERED_OBJECT.TYPE),
                row.get(REGISTERED_OBJECT.TYPE_VERSION),
                content,
                number(row.get(REGISTERED_OBJECT.SUPERVISION_CLASS)),
                row.get(REGISTERED_OBJECT.CLASS_SINCE),
                row.get(REGISTERED_OBJECT.VERSION),
                row.get(REGISTERED_OBJECT.REGISTERED_AT),
                row.get(REGISTERED_OBJECT.REGISTERED_BY),
                row.get(REGISTERED_OBJECT.IMPORT_ID),
                row.get(REGISTERED_OBJECT.CHANGED_AT),
                row.get(REGISTERED_OBJECT.RETIRED_AT),
                row.get(REGISTERED_OBJECT.RETIRED_REASON));
    }
}
