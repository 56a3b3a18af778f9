package org.anshe.campaign.internal.lists;

import static org.anshe.campaign.internal.db.Tables.LIST_KIND;
import static org.anshe.campaign.internal.db.Tables.LIST_KIND_VERSION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.LocalText;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Kinds of lists with every version they had. There are few. */
@Repository
class KindRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    KindRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Every kind at its newest version, shipped ones first. */
    List<ListKind> all() {
        return select(LIST_KIND_VERSION.VERSION.eq(LIST_KIND.VERSION));
    }

    Optional<ListKind> find(UUID id) {
        return select(LIST_KIND.ID.eq(id).and(LIST_KIND_VERSION.VERSION.eq(LIST_KIND.VERSION))).stream()
                .findFirst();
    }

    Optional<ListKind> at(UUID id, int version) {
        return select(LIST_KIND.ID.eq(id).and(LIST_KIND_VERSION.VERSION.eq(version))).stream()
                .findFirst();
    }

    /** False when there is one under this id. */
    boolean add(ListKind kind, @Nullable Integer shippedVersion, Instant at, String by) {
        boolean added = sql.insertInto(LIST_KIND)
                        .set(LIST_KIND.ID, kind.id())
                        .set(
                                LIST_KIND.AREA_KEY,
                                kind.area() == null ? null : kind.area().value())
                        .set(LIST_KIND.VERSION, kind.version())
                        .set(LIST_KIND.SHIPPED_VERSION, shippedVersion)
                        .onConflict(LIST_KIND.ID)
                        .doNothing()
                        .execute()
                == 1;
        if (added) {
            addVersion(kind, kind.version(), at, by);
        }
        return added;
    }

    /** The next version of a kind; false when somebody else made it first. */
    boolean follow(ListKind kind, boolean edited, @Nullable Integer shippedVersion, Instant at, String by) {
        var update =
                sql.update(LIST_KIND).set(LIST_KIND.VERSION, kind.version() + 1).set(LIST_KIND.EDITED_HERE, edited);
        if (shippedVersion != null) {
            update = update.set(LIST_KIND.SHIPPED_VERSION, shippedVersion);
        }
        boolean followed = update.where(LIST_KIND.ID.eq(kind.id()))
                        .and(LIST_KIND.VERSION.eq(kind.version()))
                        .execute()
                == 1;
        if (followed) {
            addVersion(kind, kind.version() + 1, at, by);
        }
        return followed;
    }

    /** False when somebody else changed it since this version was read. */
    boolean retire(UUID id, int version, @Nullable Instant at, @Nullable String reason) {
        return sql.update(LIST_KIND)
                        .set(LIST_KIND.RETIRED_AT, at)
                        .set(LIST_KIND.RETIRE_REASON, reason)
                        .where(LIST_KIND.ID.eq(id))
                        .and(LIST_KIND.VERSION.eq(version))
                        .execute()
                == 1;
    }

    Optional<Integer> shippedVersion(UUID id) {
        return sql.select(LIST_KIND.SHIPPED_VERSION)
                .from(LIST_KIND)
                .where(LIST_KIND.ID.eq(id))
                .fetchOptional(LIST_KIND.SHIPPED_VERSION);
    }

    private void addVersion(ListKind kind, int version, Instant at, String by) {
        sql.insertInto(LIST_KIND_VERSION)
                .set(LIST_KIND_VERSION.KIND_ID, kind.id())
                .set(LIST_KIND_VERSION.VERSION, version)
                .set(LIST_KIND_VERSION.NAMES, JSONB.valueOf(json.writeValueAsString(kind.names())))
                .set(LIST_KIND_VERSION.PARTS, JSONB.valueOf(json.writeValueAsString(kind.parts())))
                .set(LIST_KIND_VERSION.MADE_AT, at)
                .set(LIST_KIND_VERSION.MADE_BY, by)
                .execute();
    }

    private List<ListKind> select(Condition condition) {
        return sql.select(
                        LIST_KIND.asterisk(),
                        LIST_KIND_VERSION.VERSION,
                        LIST_KIND_VERSION.NAMES,
                        LIST_KIND_VERSION.PARTS)
                .from(LIST_KIND)
                .join(LIST_KIND_VERSION)
                .on(LIST_KIND_VERSION.KIND_ID.eq(LIST_KIND.ID))
                .where(condition)
                .orderBy(LIST_KIND.SHIPPED_VERSION.isNull(), LIST_KIND.ID)
                .fetch(this::kind);
    }

    private ListKind kind(Record row) {
        Long area = row.get(LIST_KIND.AREA_KEY);
        return new ListKind(
                row.get(LIST_KIND.ID),
                area == null ? null : new AreaKey(area),
                row.get(LIST_KIND_VERSION.VERSION),
                json.readValue(row.get(LIST_KIND_VERSION.NAMES).data(), LocalText.class),
                json.readValue(row.get(LIST_KIND_VERSION.PARTS).data(), new TypeReference<List<ListPart>>() {}),
                row.get(LIST_KIND.SHIPPED_VERSION) != null,
                row.get(LIST_KIND.EDITED_HERE),
                row.get(LIST_KIND.RETIRED_AT),
                row.get(LIST_KIND.RETIRE_REASON));
    }
}
