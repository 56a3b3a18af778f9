package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.ASSIGNMENT;
import static org.anshe.identity.internal.db.Tables.ROLE;
import static org.anshe.identity.internal.db.Tables.ROLE_PERMISSION;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.WithoutScope;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Roles with what they permit. */
@Repository
public class RoleQueries {

    private final DSLContext sql;
    private final JsonMapper json;
    private final RoleCatalogueRepository catalogue;

    RoleQueries(DSLContext sql, JsonMapper json, RoleCatalogueRepository catalogue) {
        this.sql = sql;
        this.json = json;
        this.catalogue = catalogue;
    }

    /**
     * One role.
     *
     * @param names by language
     * @param holders how many people hold it now
     */
    public record Role(
            UUID id,
            String code,
            Map<String, String> names,
            boolean builtIn,
            int version,
            List<String> permissions,
            int holders) {}

    /** A permission and the module it belongs to. */
    public record Permission(String permission, String module) {}

    @WithoutScope("roles are the same for every area")
    public List<Role> list() {
        return select(DSL.noCondition());
    }

    @WithoutScope("roles are the same for every area")
    public Optional<Role> find(UUID id) {
        return select(ROLE.ID.eq(id)).stream().findFirst();
    }

    @WithoutScope("roles are the same for every area")
    Optional<Role> findByCode(String code) {
        return select(ROLE.CODE.eq(code)).stream().findFirst();
    }

    /** Every permission there is. */
    @WithoutScope("shipped data")
    public List<Permission> permissions() {
        return catalogue.modules().entrySet().stream()
                .map(entry -> new Permission(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Role> select(Condition which) {
        var permissions = DSL.multiset(DSL.select(ROLE_PERMISSION.PERMISSION)
                        .from(ROLE_PERMISSION)
                        .where(ROLE_PERMISSION.ROLE_ID.eq(ROLE.ID))
                        .orderBy(ROLE_PERMISSION.PERMISSION))
                .convertFrom(rows -> rows.map(row -> row.value1()));
        var holders = DSL.field(DSL.select(DSL.countDistinct(ASSIGNMENT.PERSON_ID))
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.ROLE_ID.eq(ROLE.ID))
                .and(ASSIGNMENT.ENDED_AT.isNull()));
        return sql.select(ROLE.asterisk(), permissions, holders)
                .from(ROLE)
                .where(which)
                .orderBy(ROLE.BUILT_IN.desc(), ROLE.ID)
                .fetch(row -> new Role(
                        row.get(ROLE.ID),
                        row.get(ROLE.CODE),
                        json.readValue(row.get(ROLE.NAMES).data(), new TypeReference<Map<String, String>>() {}),
                        row.get(ROLE.BUILT_IN),
                        row.get(ROLE.VERSION),
                        row.get(permissions),
                        row.get(holders)));
    }
}
