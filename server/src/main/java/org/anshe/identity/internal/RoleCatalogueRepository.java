package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.KNOWN_PERMISSION;
import static org.anshe.identity.internal.db.Tables.ROLE;
import static org.anshe.identity.internal.db.Tables.ROLE_PERMISSION;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.anshe.shared.Ids;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shipped roles. {@code data/roles.json} names them; {@code data/permissions/<module>.json} lists each permission
 * of a module with the roles that hold it. A permission that a shipped version adds is given to its roles once; what an
 * administrator changed stays changed.
 */
@Repository
@Order(10)
class RoleCatalogueRepository implements ApplicationRunner {

    private final DSLContext sql;
    private final JsonMapper json;

    RoleCatalogueRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        sql.execute("lock table identity.role in share row exclusive mode");
        Set<String> known =
                sql.select(KNOWN_PERMISSION.NAME).from(KNOWN_PERMISSION).fetchSet(KNOWN_PERMISSION.NAME);
        Map<String, UUID> roles = addMissingRoles();
        permissions().forEach((permission, holders) -> {
            if (!known.contains(permission)) {
                holders.forEach(role -> sql.insertInto(ROLE_PERMISSION)
                        .set(ROLE_PERMISSION.ROLE_ID, roles.get(role))
                        .set(ROLE_PERMISSION.PERMISSION, permission)
                        .execute());
                sql.insertInto(KNOWN_PERMISSION)
                        .set(KNOWN_PERMISSION.NAME, permission)
                        .execute();
            }
        });
    }

    /** The module that names each permission. */
    Map<String, String> modules() {
        Map<String, String> modules = new TreeMap<>();
        for (Resource file : files()) {
            String module = Objects.requireNonNull(file.getFilename()).replace(".json", "");
            read(file, new TypeReference<Map<String, List<String>>>() {})
                    .keySet()
                    .forEach(permission -> modules.put(permission, module));
        }
        return modules;
    }

    /** Every permission there is, with the roles that hold it as shipped. */
    Map<String, List<String>> permissions() {
        Map<String, List<String>> all = new TreeMap<>();
        for (Resource file : files()) {
            all.putAll(read(file, new TypeReference<Map<String, List<String>>>() {}));
        }
        return all;
    }

    private static List<Resource> files() {
        try {
            return List.of(
                    new PathMatchingResourcePatternResolver().getResources("classpath*:data/permissions/*.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, UUID> addMissingRoles() {
        Map<String, UUID> ids =
                new LinkedHashMap<>(sql.select(ROLE.CODE, ROLE.ID).from(ROLE).fetchMap(ROLE.CODE, ROLE.ID));
        Map<String, Map<String, String>> shipped = read(
                new PathMatchingResourcePatternResolver().getResource("classpath:data/roles.json"),
                new TypeReference<>() {});
        shipped.forEach((code, names) -> ids.computeIfAbsent(code, missing -> {
            UUID id = Ids.next();
            sql.insertInto(ROLE)
                    .set(ROLE.ID, id)
                    .set(ROLE.CODE, code)
                    .set(ROLE.NAMES, JSONB.valueOf(json.writeValueAsString(names)))
                    .set(ROLE.BUILT_IN, true)
                    .execute();
            return id;
        }));
        return ids;
    }

    private <T> T read(Resource file, TypeReference<T> type) {
        try (InputStream in = file.getInputStream()) {
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
