package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.ROLE;
import static org.anshe.identity.internal.db.Tables.ROLE_PERMISSION;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Roles and their permissions as rows. */
@Repository
class RoleRepository {

    private final DSLContext sql;
    private final JsonMapper json;
    private final RoleCatalogueRepository catalogue;

    RoleRepository(DSLContext sql, JsonMapper json, RoleCatalogueRepository catalogue) {
        this.sql = sql;
        this.json = json;
        this.catalogue = catalogue;
    }

    Set<String> knownPermissions() {
        return catalogue.permissions().keySet();
    }

    void add(UUID id, String code, Map<String, String> names) {
        sql.insertInto(ROLE)
                .set(ROLE.ID, id)
                .set(ROLE.CODE, code)
                .set(ROLE.NAMES, JSONB.valueOf(json.writeValueAsString(names)))
                .execute();
    }

    /** False when somebody changed the role since this version was read. */
    boolean change(UUID id, int version, Map<String, String> names) {
        return sql.update(ROLE)
                        .set(ROLE.NAMES, JSONB.valueOf(json.writeValueAsString(names)))
                        .set(ROLE.VERSION, ROLE.VERSION.plus(1))
                        .where(ROLE.ID.eq(id))
                        .and(ROLE.VERSION.eq(version))
                        .execute()
                == 1;
    }

    void replacePermissions(UUID id, Collection<String> permissions) {
        sql.deleteFrom(ROLE_PERMISSION)
                .where(ROLE_PERMISSION.ROLE_ID.eq(id))
                .and(ROLE_PERMISSION.PERMISSION.notIn(permissions))
                .execute();
        for (String permission : permissions) {
            sql.insertInto(ROLE_PERMISSION)
                    .set(ROLE_PERMISSION.ROLE_ID, id)
                    .set(ROLE_PERMISSION.PERMISSION, permission)
                    .onConflictDoNothing()
                    .execute();
        }
    }
}
