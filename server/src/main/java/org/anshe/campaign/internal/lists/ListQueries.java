package org.anshe.campaign.internal.lists;

import static org.anshe.campaign.internal.db.Tables.CAMPAIGN_;
import static org.anshe.campaign.internal.db.Tables.LIST;
import static org.anshe.campaign.internal.db.Tables.LIST_KIND_VERSION;
import static org.anshe.campaign.internal.db.Tables.LIST_VERSION;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaRange;
import org.anshe.shared.LocalText;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Lists for screens: those of the areas and units of a scope. */
@Repository
class ListQueries {

    private static final Field<Integer> VERSIONS = DSL.field(
                    DSL.selectCount().from(LIST_VERSION).where(LIST_VERSION.LIST_ID.eq(LIST.ID)))
            .as("versions");

    private final DSLContext sql;
    private final JsonMapper json;

    ListQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What to look for; null members do not restrict. */
    record Filter(
            @Nullable Boolean open,
            @Nullable UUID kindId,
            @Nullable UUID campaignId,
            List<AreaRange> within,
            @Nullable String text) {}

    /** @param versions how often it was frozen */
    record Found(ListRow list, LocalText kind, @Nullable String campaignTitle, int versions) {}

    Page<Found> list(Scope scope, Filter filter, PageRequest page) {
        Condition condition = visible(scope).and(matches(filter));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition = condition.and(DSL.row(LIST.CREATED_AT, LIST.ID).lt(after.instant(0), after.uuid(1)));
        }
        List<Found> rows = select(condition, page.limit() + 1);
        return Page.of(
                rows, page, row -> Cursor.of(row.list().createdAt(), row.list().id()));
    }

    Optional<Found> find(Scope scope, UUID id) {
        return select(visible(scope).and(LIST.ID.eq(id)), 1).stream().findFirst();
    }

    private List<Found> select(Condition condition, int limit) {
        return sql.select(LIST.asterisk(), LIST_KIND_VERSION.NAMES, CAMPAIGN_.TITLE.as("campaign_title"), VERSIONS)
                .from(LIST)
                .join(LIST_KIND_VERSION)
                .on(LIST_KIND_VERSION.KIND_ID.eq(LIST.KIND_ID))
                .and(LIST_KIND_VERSION.VERSION.eq(LIST.KIND_VERSION))
                .leftJoin(CAMPAIGN_)
                .on(CAMPAIGN_.ID.eq(LIST.CAMPAIGN_ID))
                .where(condition)
                .orderBy(LIST.CREATED_AT.desc(), LIST.ID.desc())
                .limit(limit)
                .fetch(this::found);
    }

    private Found found(Record row) {
        JSONB names = row.get(LIST_KIND_VERSION.NAMES);
        return new Found(
                ListRepository.row(row),
                json.readValue(names.data(), LocalText.class),
                row.get("campaign_title", String.class),
                row.get(VERSIONS));
    }

    static Condition visible(Scope scope) {
        return ScopeCondition.within(scope, LIST.AREA_KEY, LIST.UNIT_ID);
    }

    private static Condition matches(Filter filter) {
        Boolean open = filter.open();
        return DSL.and(
                open == null ? DSL.noCondition() : LIST.STATE.eq(open ? ListRepository.OPEN : "CLOSED"),
                filter.kindId() == null ? DSL.noCondition() : LIST.KIND_ID.eq(filter.kindId()),
                filter.campaignId() == null ? DSL.noCondition() : LIST.CAMPAIGN_ID.eq(filter.campaignId()),
                filter.within().isEmpty() ? DSL.noCondition() : AreaCondition.within(filter.within(), LIST.AREA_KEY),
                filter.text() == null || filter.text().isBlank()
                        ? DSL.noCondition()
                        : LIST.TITLE.containsIgnoreCase(filter.text().strip()));
    }
}
