package org.anshe.campaign.internal;

import static org.anshe.campaign.internal.db.Tables.CAMPAIGN_;
import static org.anshe.campaign.internal.db.Tables.FINDING;
import static org.anshe.campaign.internal.db.Tables.PLAN_DOCUMENT;
import static org.anshe.campaign.internal.db.Tables.PLAN_WARNING;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Plan documents for screens. */
@Repository
class PlanQueries {

    private final DSLContext sql;
    private final JsonMapper json;

    PlanQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    record Filter(@Nullable PlanState state, @Nullable String text) {}

    /** A document with how far its review is and what became of it. */
    record Listed(
            PlanRow plan,
            int pending,
            int accepted,
            int rejected,
            @Nullable UUID campaignId) {}

    /** Something a person should look at. */
    record Warning(String kind, int line, int start, int end, Map<String, String> facts) {}

    Page<Listed> list(Scope scope, Filter filter, PageRequest page) {
        Condition condition = ScopeCondition.within(scope, PLAN_DOCUMENT.AREA_KEY);
        if (filter.state() != null) {
            condition = condition.and(PLAN_DOCUMENT.STATE.eq(filter.state().name()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            condition = condition.and(
                    PLAN_DOCUMENT.TITLE.containsIgnoreCase(filter.text().strip()));
        }
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition = condition.and(
                    DSL.row(PLAN_DOCUMENT.UPLOADED_AT, PLAN_DOCUMENT.ID).lt(after.instant(0), after.uuid(1)));
        }
        List<Listed> rows = select(condition, page.limit() + 1);
        return Page.of(
                rows, page, row -> Cursor.of(row.plan().uploadedAt(), row.plan().id()));
    }

    Optional<Listed> find(Scope scope, UUID id) {
        return select(ScopeCondition.within(scope, PLAN_DOCUMENT.AREA_KEY).and(PLAN_DOCUMENT.ID.eq(id)), 1).stream()
                .findFirst();
    }

    @WithoutScope("read after the document itself was found within the scope")
    List<Warning> warnings(UUID document) {
        return sql.selectFrom(PLAN_WARNING)
                .where(PLAN_WARNING.DOCUMENT_ID.eq(document))
                .orderBy(PLAN_WARNING.LINE, PLAN_WARNING.POSITION)
                .fetch(row -> new Warning(
                        row.getKind(),
                        row.getLine(),
                        row.getStartAt(),
                        row.getEndAt(),
                        json.readValue(row.getFacts().data(), new TypeReference<Map<String, String>>() {})));
    }

    private List<Listed> select(Condition condition, int limit) {
        Field<Integer> pending = counted(Decision.PENDING);
        Field<Integer> accepted = counted(Decision.ACCEPTED);
        Field<Integer> rejected = counted(Decision.REJECTED);
        Field<UUID> campaign = DSL.field(
                        DSL.select(CAMPAIGN_.ID).from(CAMPAIGN_).where(CAMPAIGN_.DOCUMENT_ID.eq(PLAN_DOCUMENT.ID)))
                .as("campaign_id");
        return sql.select(PLAN_DOCUMENT.asterisk(), pending, accepted, rejected, campaign)
                .from(PLAN_DOCUMENT)
                .where(condition)
                .orderBy(PLAN_DOCUMENT.UPLOADED_AT.desc(), PLAN_DOCUMENT.ID.desc())
                .limit(limit)
                .fetch((Record row) -> new Listed(
                        PlanRepository.row(row),
                        row.get(pending),
                        row.get(accepted),
                        row.get(rejected),
                        row.get(campaign)));
    }

    private static Field<Integer> counted(Decision decision) {
        return DSL.field(DSL.selectCount()
                        .from(FINDING)
                        .where(FINDING.DOCUMENT_ID.eq(PLAN_DOCUMENT.ID))
                        .and(FINDING.DECISION.eq(decision.name())))
                .as(decision.name().toLowerCase(java.util.Locale.ROOT));
    }
}
