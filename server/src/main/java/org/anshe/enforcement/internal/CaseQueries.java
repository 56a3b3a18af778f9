package org.anshe.enforcement.internal;

import static org.anshe.enforcement.internal.db.Tables.CASE_TRANSFER;
import static org.anshe.enforcement.internal.db.Tables.ILLEGAL_CASE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.enforcement.CaseStatus;
import org.anshe.enforcement.internal.db.tables.records.CaseTransferRecord;
import org.anshe.enforcement.internal.db.tables.records.IllegalCaseRecord;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.anshe.territory.Areas;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Cases as screens show them: where they were found, to the unit that found them and to the department that has them. */
@Repository
class CaseQueries {

    private final DSLContext sql;
    private final Areas areas;

    CaseQueries(DSLContext sql, Areas areas) {
        this.sql = sql;
        this.areas = areas;
    }

    /**
     * What a list is narrowed to; empty and null do not restrict.
     *
     * @param unit found it or has it
     * @param overdue true for those whose department has not answered in time
     */
    record Filter(
            Set<CaseStatus> states,
            Set<String> domains,
            @Nullable AreaKey area,
            @Nullable UUID unit,
            @Nullable UUID hazard,
            @Nullable UUID action,
            @Nullable Boolean overdue,
            @Nullable Boolean exposed,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String q) {}

    /** The answer a case waits for. */
    record Answer(UUID caseId, Instant nearAt, Instant dueAt) {}

    Page<IllegalCaseRecord> list(Scope scope, Filter filter, Instant now, PageRequest page) {
        Condition condition = seen(scope).and(matches(filter, now));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition = condition.and(
                    DSL.row(ILLEGAL_CASE.FOUND_ON, ILLEGAL_CASE.ID).lt(DSL.row(after.day(0), after.uuid(1))));
        }
        List<IllegalCaseRecord> rows = sql.selectFrom(ILLEGAL_CASE)
                .where(condition)
                .orderBy(ILLEGAL_CASE.FOUND_ON.desc(), ILLEGAL_CASE.ID.desc())
                .limit(page.limit() + 1)
                .fetch();
        return Page.of(rows, page, row -> Cursor.of(row.getFoundOn(), row.getId()));
    }

    Optional<IllegalCaseRecord> find(Scope scope, UUID id) {
        return sql.selectFrom(ILLEGAL_CASE)
                .where(ILLEGAL_CASE.ID.eq(id))
                .and(seen(scope))
                .fetchOptional();
    }

    List<IllegalCaseRecord> byIds(Scope scope, Collection<UUID> ids) {
        return sql.selectFrom(ILLEGAL_CASE)
                .where(ILLEGAL_CASE.ID.in(ids))
                .and(seen(scope))
                .fetch();
    }

    /** Cases whose department the scope covers, in a state; the oldest first. */
    List<IllegalCaseRecord> waiting(Scope scope, CaseStatus state, int limit) {
        return sql.selectFrom(ILLEGAL_CASE)
                .where(ILLEGAL_CASE.STATE.eq(state.name()))
                .and(ScopeCondition.within(scope, ILLEGAL_CASE.AREA_KEY, holder()))
                .orderBy(ILLEGAL_CASE.FOUND_ON, ILLEGAL_CASE.ID)
                .limit(limit)
                .fetch();
    }

    @WithoutScope("of cases that were found within the scope")
    List<Answer> answers(Collection<UUID> cases) {
        return sql.select(CASE_TRANSFER.CASE_ID, CASE_TRANSFER.NEAR_AT, CASE_TRANSFER.ANSWER_DUE_AT)
                .from(CASE_TRANSFER)
                .where(CASE_TRANSFER.CASE_ID.in(cases))
                .and(CASE_TRANSFER.STATE.eq("OFFERED"))
                .fetch(Records.mapping(Answer::new));
    }

    @WithoutScope("of a case that was found within the scope")
    List<CaseTransferRecord> transfers(UUID id) {
        return sql.selectFrom(CASE_TRANSFER)
                .where(CASE_TRANSFER.CASE_ID.eq(id))
                .orderBy(CASE_TRANSFER.NTH)
                .fetch();
    }

    private static Field<UUID> holder() {
        return DSL.coalesce(ILLEGAL_CASE.TO_UNIT_ID, ILLEGAL_CASE.UNIT_ID);
    }

    private static Condition seen(Scope scope) {
        return ScopeCondition.within(scope, ILLEGAL_CASE.AREA_KEY, ILLEGAL_CASE.UNIT_ID)
                .or(ScopeCondition.within(scope, ILLEGAL_CASE.AREA_KEY, ILLEGAL_CASE.TO_UNIT_ID));
    }

    private Condition matches(Filter filter, Instant now) {
        Condition condition = DSL.noCondition();
        if (!filter.states().isEmpty()) {
            condition = condition.and(ILLEGAL_CASE.STATE.in(
                    filter.states().stream().map(Enum::name).toList()));
        }
        if (!filter.domains().isEmpty()) {
            condition = condition.and(ILLEGAL_CASE.DOMAIN.in(filter.domains()));
        }
        if (filter.area() != null) {
            condition = condition.and(AreaCondition.within(areas.rangesOf(filter.area()), ILLEGAL_CASE.AREA_KEY));
        }
        if (filter.unit() != null) {
            condition =
                    condition.and(ILLEGAL_CASE.UNIT_ID.eq(filter.unit()).or(ILLEGAL_CASE.TO_UNIT_ID.eq(filter.unit())));
        }
        if (filter.hazard() != null) {
            condition = condition.and(ILLEGAL_CASE.HAZARD_ID.eq(filter.hazard()));
        }
        if (filter.action() != null) {
            condition = condition.and(ILLEGAL_CASE.ACTION_ID.eq(filter.action()));
        }
        if (filter.overdue() != null) {
            Condition late = DSL.exists(DSL.selectOne()
                    .from(CASE_TRANSFER)
                    .where(CASE_TRANSFER.CASE_ID.eq(ILLEGAL_CASE.ID))
                    .and(CASE_TRANSFER.STATE.eq("OFFERED"))
                    .and(CASE_TRANSFER.ANSWER_DUE_AT.lt(now)));
            condition = condition.and(filter.overdue() ? late : DSL.not(late));
        }
        if (filter.exposed() != null) {
            condition = condition.and(
                    filter.exposed() ? ILLEGAL_CASE.EXPOSED_ON.isNotNull() : ILLEGAL_CASE.EXPOSED_ON.isNull());
        }
        return condition.and(dated(filter)).and(worded(filter));
    }

    private static Condition dated(Filter filter) {
        Condition condition = DSL.noCondition();
        if (filter.from() != null) {
            condition = condition.and(ILLEGAL_CASE.FOUND_ON.ge(filter.from()));
        }
        return filter.to() == null ? condition : condition.and(ILLEGAL_CASE.FOUND_ON.le(filter.to()));
    }

    private static Condition worded(Filter filter) {
        String q = Facts.text(filter.q());
        return q == null
                ? DSL.noCondition()
                : ILLEGAL_CASE
                        .ACT
                        .containsIgnoreCase(q)
                        .or(ILLEGAL_CASE.NUMBER.containsIgnoreCase(q))
                        .or(ILLEGAL_CASE.PARTY.containsIgnoreCase(q));
    }
}
