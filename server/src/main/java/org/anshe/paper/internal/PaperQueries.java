package org.anshe.paper.internal;

import static org.anshe.paper.internal.db.Tables.PAPER_;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.paper.PaperState;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Lists of papers: those of the organs in the caller's scope, and issued ones written to the caller's unit. */
@Repository
public class PaperQueries {

    private static final List<SelectField<?>> ROW = List.of(
            PAPER_.ID,
            PAPER_.KIND,
            PAPER_.KIND_VERSION,
            PAPER_.STATE,
            PAPER_.UNIT_ID,
            PAPER_.ORGAN_NAME,
            PAPER_.ABBREVIATION,
            PAPER_.YEAR,
            PAPER_.NUMBER,
            PAPER_.SUBJECT_KIND,
            PAPER_.SUBJECT_ID,
            PAPER_.SUBJECT_NAME,
            PAPER_.AREA_KEY,
            PAPER_.CREATED_AT,
            PAPER_.CREATED_BY_NAME,
            PAPER_.ISSUED_ON,
            DSL.field("{0} -> 'values' ->> 'recipient'", String.class, PAPER_.CONTENT)
                    .as("recipient"));

    private static final Set<String> ISSUED = Set.of("ISSUED", "SERVED", "VOID");

    private final DSLContext sql;
    private final PaperNumbers numbers;

    PaperQueries(DSLContext sql, PaperNumbers numbers) {
        this.sql = sql;
        this.numbers = numbers;
    }

    /** What to look for; null members do not restrict. */
    public record Filter(
            @Nullable String kind,
            @Nullable UUID organ,
            @Nullable Integer year,
            @Nullable PaperState state,
            @Nullable String q) {}

    /**
     * A paper in a list.
     *
     * @param number as printed, null before it is issued
     * @param recipient who it is written to, null where that is unknown or the kind names nobody
     */
    public record Row(
            UUID id,
            String kind,
            PaperState state,
            @Nullable String number,
            UUID organId,
            String organName,
            String subjectKind,
            UUID subjectId,
            String subjectName,
            AreaKey area,
            @Nullable String recipient,
            Instant createdAt,
            String createdBy,
            @Nullable LocalDate issuedOn) {}

    public Page<Row> list(Caller caller, Filter filter, PageRequest page) {
        Condition condition = visible(caller).and(matches(filter));
        if (page.after() != null) {
            Cursor after = Cursor.parse(page.after(), 2);
            condition =
                    condition.and(DSL.row(PAPER_.CREATED_AT, PAPER_.ID).lt(DSL.row(after.instant(0), after.uuid(1))));
        }
        List<Row> rows = sql.select(ROW)
                .from(PAPER_)
                .where(condition)
                .orderBy(PAPER_.CREATED_AT.desc(), PAPER_.ID.desc())
                .limit(page.limit() + 1)
                .fetch(this::row);
        return Page.of(rows, page, row -> Cursor.of(row.createdAt(), row.id()));
    }

    List<Row> bySubject(Caller caller, String kind, UUID subject) {
        return sql.select(ROW)
                .from(PAPER_)
                .where(PAPER_.SUBJECT_KIND.eq(kind))
                .and(PAPER_.SUBJECT_ID.eq(subject))
                .and(visible(caller))
                .orderBy(PAPER_.CREATED_AT.desc(), PAPER_.ID.desc())
                .limit(200)
                .fetch(this::row);
    }

    @WithoutScope("numbers of papers about a record that the asking module found within the scope")
    List<Row> issuedAbout(String kind, UUID subject, Set<String> kinds) {
        return sql.select(ROW)
                .from(PAPER_)
                .where(PAPER_.SUBJECT_KIND.eq(kind))
                .and(PAPER_.SUBJECT_ID.eq(subject))
                .and(PAPER_.KIND.in(kinds))
                .and(PAPER_.STATE.in(PaperState.ISSUED.name(), PaperState.SERVED.name()))
                .orderBy(PAPER_.ISSUED_AT, PAPER_.ID)
                .fetch(this::row);
    }

    /** {@link Paper#opensTo} for looking, as SQL. */
    static Condition visible(Caller caller) {
        Scope scope = caller.scopeFor(Paper.VIEW);
        Condition ours = ScopeCondition.within(scope, PAPER_.AREA_KEY, PAPER_.UNIT_ID);
        Condition theirs =
                PAPER_.STATE.in(ISSUED).and(ScopeCondition.within(scope, PAPER_.AREA_KEY, PAPER_.SUBJECT_UNIT_ID));
        return ours.or(theirs).and(subjectVisible(caller));
    }

    /** A person mostly has one scope for all there is to look at, so this is mostly one comparison. */
    private static Condition subjectVisible(Caller caller) {
        if (caller.scopeFor("any.view").isEverything()) {
            return DSL.noCondition();
        }
        Map<Scope, List<String>> byScope = new LinkedHashMap<>();
        caller.permissions().stream()
                .filter(permission -> permission.endsWith(".view"))
                .sorted()
                .forEach(permission -> byScope.computeIfAbsent(caller.scopeFor(permission), any -> new ArrayList<>())
                        .add(permission));
        List<Condition> conditions = new ArrayList<>();
        byScope.forEach((scope, permissions) -> conditions.add(PAPER_.VIEW_PERMISSION
                .in(permissions)
                .and(ScopeCondition.within(scope, PAPER_.AREA_KEY, PAPER_.UNIT_ID)
                        .or(ScopeCondition.within(scope, PAPER_.AREA_KEY, PAPER_.SUBJECT_UNIT_ID)))));
        return conditions.isEmpty() ? DSL.falseCondition() : DSL.or(conditions);
    }

    private static Condition matches(Filter filter) {
        Condition condition = DSL.noCondition();
        if (filter.kind() != null) {
            condition = condition.and(PAPER_.KIND.eq(filter.kind()));
        }
        if (filter.organ() != null) {
            condition = condition.and(PAPER_.UNIT_ID.eq(filter.organ()));
        }
        if (filter.year() != null) {
            condition = condition.and(PAPER_.YEAR.eq(filter.year()));
        }
        condition = condition.and(
                filter.state() == null
                        ? PAPER_.STATE.ne(PaperState.WITHDRAWN.name())
                        : PAPER_.STATE.eq(filter.state().name()));
        String q = filter.q();
        return q == null || q.isBlank()
                ? condition
                : condition.and(DSL.field("{0} -> 'values' ->> 'recipient'", String.class, PAPER_.CONTENT)
                        .containsIgnoreCase(q.strip())
                        .or(PAPER_.SUBJECT_NAME.containsIgnoreCase(q.strip())));
    }

    private Row row(Record row) {
        return new Row(
                row.get(PAPER_.ID),
                row.get(PAPER_.KIND),
                PaperState.valueOf(row.get(PAPER_.STATE)),
                numbers.printed(
                        row.get(PAPER_.KIND),
                        row.get(PAPER_.KIND_VERSION),
                        row.get(PAPER_.ABBREVIATION),
                        row.get(PAPER_.YEAR),
                        row.get(PAPER_.NUMBER)),
                row.get(PAPER_.UNIT_ID),
                row.get(PAPER_.ORGAN_NAME),
                row.get(PAPER_.SUBJECT_KIND),
                row.get(PAPER_.SUBJECT_ID),
                row.get(PAPER_.SUBJECT_NAME),
                new AreaKey(row.get(PAPER_.AREA_KEY)),
                row.get("recipient", String.class),
                row.get(PAPER_.CREATED_AT),
                row.get(PAPER_.CREATED_BY_NAME),
                row.get(PAPER_.ISSUED_ON));
    }
}
