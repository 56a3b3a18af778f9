package org.anshe.register.internal;

import static org.anshe.register.internal.db.Tables.TYPE;
import static org.anshe.register.internal.db.Tables.TYPE_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.anshe.register.RegisterProblem;
import org.anshe.register.internal.type.RegisterType;
import org.anshe.register.internal.type.TypeDefinition;
import org.anshe.shared.ProblemException;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Types and their versions. */
@Repository
public class TypeRepository {

    private final DSLContext sql;
    private final TypeJson json;

    TypeRepository(DSLContext sql, TypeJson json) {
        this.sql = sql;
        this.json = json;
    }

    /** All types, in the order in which they came in. */
    public List<RegisterType> list() {
        return current().orderBy(TYPE.SHIPPED_VERSION.isNull(), TYPE.CODE).fetch(this::type);
    }

    public RegisterType get(String code) {
        return find(code).orElseThrow(() -> new ProblemException(RegisterProblem.UNKNOWN_TYPE, "code", code));
    }

    public Optional<RegisterType> find(String code) {
        return current().where(TYPE.CODE.eq(code)).fetchOptional(this::type);
    }

    /** The type as it was in one version. */
    RegisterType get(String code, int version) {
        return sql.select()
                .from(TYPE)
                .join(TYPE_VERSION)
                .on(TYPE_VERSION.CODE.eq(TYPE.CODE))
                .where(TYPE.CODE.eq(code))
                .and(TYPE_VERSION.VERSION.eq(version))
                .fetchOptional(this::type)
                .orElseThrow(() -> new ProblemException(RegisterProblem.UNKNOWN_TYPE, "code", code));
    }

    /** Version of the shipped file a type follows and whether it was changed here. */
    record Origin(int shippedVersion, boolean editedHere) {}

    Optional<Origin> origin(String code) {
        return sql.select(TYPE.SHIPPED_VERSION, TYPE.EDITED_HERE)
                .from(TYPE)
                .where(TYPE.CODE.eq(code))
                .forUpdate()
                .fetchOptional(row -> new Origin(row.value1() == null ? 0 : row.value1(), row.value2()));
    }

    /** Adds a type; {@code shippedVersion} 0 for one made here. False when there is one of this code. */
    boolean add(String code, TypeDefinition definition, int shippedVersion, String by, Instant at) {
        int added = sql.insertInto(TYPE)
                .set(TYPE.CODE, code)
                .set(TYPE.VERSION, 1)
                .set(TYPE.SHIPPED_VERSION, shippedVersion == 0 ? null : shippedVersion)
                .onConflictDoNothing()
                .execute();
        if (added == 1) {
            addVersion(code, 1, definition, by, at);
        }
        return added == 1;
    }

    /** Gives a type its next version, unless somebody else did meanwhile. */
    boolean revise(RegisterType before, TypeDefinition definition, String by, Instant at) {
        int revised = sql.update(TYPE)
                .set(TYPE.VERSION, before.version() + 1)
                .set(TYPE.EDITED_HERE, true)
                .where(TYPE.CODE.eq(before.code()))
                .and(TYPE.VERSION.eq(before.version()))
                .execute();
        if (revised == 1) {
            addVersion(before.code(), before.version() + 1, definition, by, at);
        }
        return revised == 1;
    }

    /** Follows a newer shipped version of a type nobody changed here. */
    void follow(String code, int shippedVersion, TypeDefinition definition, Instant at) {
        int version = get(code).version() + 1;
        sql.update(TYPE)
                .set(TYPE.VERSION, version)
                .set(TYPE.SHIPPED_VERSION, shippedVersion)
                .where(TYPE.CODE.eq(code))
                .execute();
        addVersion(code, version, definition, "anshe", at);
    }

    void setRetired(String code, @Nullable Instant at) {
        sql.update(TYPE).set(TYPE.RETIRED_AT, at).where(TYPE.CODE.eq(code)).execute();
    }

    private void addVersion(String code, int version, TypeDefinition definition, String by, Instant at) {
        sql.insertInto(TYPE_VERSION)
                .set(TYPE_VERSION.CODE, code)
                .set(TYPE_VERSION.VERSION, version)
                .set(TYPE_VERSION.DEFINITION, JSONB.valueOf(json.write(definition)))
                .set(TYPE_VERSION.MADE_AT, at)
                .set(TYPE_VERSION.MADE_BY, by)
                .execute();
    }

    private SelectOnConditionStep<Record> current() {
        return sql.select()
                .from(TYPE)
                .join(TYPE_VERSION)
                .on(TYPE_VERSION.CODE.eq(TYPE.CODE).and(TYPE_VERSION.VERSION.eq(TYPE.VERSION)));
    }

    private RegisterType type(Record row) {
        return new RegisterType(
                row.get(TYPE.CODE),
                row.get(TYPE_VERSION.VERSION),
                row.get(TYPE.SHIPPED_VERSION) != null,
                row.get(TYPE.RETIRED_AT),
                json.read(row.get(TYPE_VERSION.DEFINITION).data()));
    }
}
