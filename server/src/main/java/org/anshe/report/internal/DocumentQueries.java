package org.anshe.report.internal;

import static org.anshe.report.internal.db.Tables.DOCUMENT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.report.internal.DocumentRepository.State;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Documents as their list shows them, newest first. */
@Repository
public class DocumentQueries {

    private final DSLContext sql;

    DocumentQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** What to look for; an empty list and null members do not restrict. */
    public record Filter(
            List<AreaRange> areas,
            @Nullable State state,
            @Nullable String q) {}

    /** One document. */
    public record Row(
            UUID id,
            String kind,
            String title,
            AreaKey area,
            String areaName,
            LocalDate from,
            LocalDate to,
            State state,
            Instant createdAt,
            String createdBy,
            @Nullable Instant issuedAt) {}

    public Page<Row> list(Scope scope, Filter filter, PageRequest page) {
        Condition condition = ScopeCondition.within(scope, DOCUMENT.AREA_KEY);
        if (!filter.areas().isEmpty()) {
            condition = condition.and(AreaCondition.within(filter.areas(), DOCUMENT.AREA_KEY));
        }
        condition = condition.and(
                filter.state() == null
                        ? DOCUMENT.STATE.ne(State.WITHDRAWN.name())
                        : DOCUMENT.STATE.eq(filter.state().name()));
        if (filter.q() != null && !filter.q().isBlank()) {
            condition = condition.and(DOCUMENT.TITLE.contains(filter.q().strip()));
        }
        if (page.after() != null) {
            Cursor cursor = Cursor.parse(page.after(), 2);
            condition = condition.and(DSL.row(DOCUMENT.CREATED_AT, DOCUMENT.ID).lt(cursor.instant(0), cursor.uuid(1)));
        }
        var rows = sql.selectFrom(DOCUMENT)
                .where(condition)
                .orderBy(DOCUMENT.CREATED_AT.desc(), DOCUMENT.ID.desc())
                .limit(page.limit() + 1)
                .fetch(row -> new Row(
                        row.getId(),
                        row.getKind(),
                        row.getTitle(),
                        new AreaKey(row.getAreaKey()),
                        row.getAreaName(),
                        row.getPeriodFrom(),
                        row.getPeriodTo(),
                        State.valueOf(row.getState()),
                        row.getCreatedAt(),
                        row.getCreatedBy(),
                        row.getIssuedAt()));
        return Page.of(rows, page, row -> Cursor.of(row.createdAt(), row.id()));
    }
}
