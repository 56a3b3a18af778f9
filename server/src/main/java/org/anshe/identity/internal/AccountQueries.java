package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.ASSIGNMENT;
import static org.anshe.identity.internal.db.Tables.CREDENTIAL;
import static org.anshe.identity.internal.db.Tables.PERSON;
import static org.anshe.identity.internal.db.Tables.ROLE;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.Cursor;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Accounts: one's own as the interface shows it, and those an administrator looks after. */
@Repository
public class AccountQueries {

    private static final Field<String> BY_NAME = PERSON.NAME.collate("zh-x-icu");

    private final DSLContext sql;
    private final Clock clock;

    AccountQueries(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A person's own account. */
    public record Account(
            UUID id,
            String login,
            String name,
            String locale,
            boolean mustChangePassword,
            boolean totpEnabled,
            @Nullable String email) {}

    /** Whether somebody can log in, and if not, why. */
    public enum State {
        ACTIVE,
        LOCKED,
        DISABLED,
        RETIRED,
        NO_LOGIN
    }

    /** What to look for; null members do not restrict. People who have left are shown only when asked for. */
    public record Filter(
            @Nullable String text,
            @Nullable UUID unitId,
            @Nullable State state,
            @Nullable String role) {}

    /** One person as an administrator sees it; {@code roles} are the codes of the running assignments. */
    public record Row(
            UUID id,
            int version,
            String name,
            @Nullable String login,
            @Nullable String phone,
            @Nullable String email,
            @Nullable UUID unitId,
            @Nullable AreaKey areaKey,
            State state,
            boolean mustChangePassword,
            boolean totpEnabled,
            @Nullable Instant lockedUntil,
            List<String> roles) {}

    @WithoutScope("a person reads the own account only")
    public Optional<Account> find(UUID person) {
        return sql.select(
                        PERSON.ID,
                        CREDENTIAL.LOGIN,
                        PERSON.NAME,
                        PERSON.LOCALE,
                        CREDENTIAL.MUST_CHANGE,
                        DSL.field(CREDENTIAL.TOTP_SECRET.isNotNull()),
                        PERSON.EMAIL)
                .from(PERSON)
                .join(CREDENTIAL)
                .on(CREDENTIAL.PERSON_ID.eq(PERSON.ID))
                .where(PERSON.ID.eq(person))
                .fetchOptional(Records.mapping(Account::new));
    }

    /** In the order of their names. */
    public Page<Row> list(Scope scope, Filter filter, PageRequest page) {
        Condition after = DSL.noCondition();
        if (page.after() != null) {
            Cursor cursor = Cursor.parse(page.after(), 2);
            after = DSL.row(BY_NAME, PERSON.ID).gt(DSL.row(DSL.val(cursor.text(1)), DSL.val(cursor.uuid(0))));
        }
        List<Row> rows = base().where(PersonQueries.visible(scope))
                .and(matches(filter))
                .and(after)
                .orderBy(BY_NAME, PERSON.ID)
                .limit(page.limit() + 1)
                .fetch(this::row);
        return Page.of(rows, page, row -> Cursor.of(row.id(), row.name().replace("|", "")));
    }

    /** The person when it lies in the scope. */
    public Optional<Row> find(Scope scope, UUID person) {
        return base().where(PersonQueries.visible(scope))
                .and(PERSON.ID.eq(person))
                .fetchOptional(this::row);
    }

    private SelectOnConditionStep<? extends Record> base() {
        return sql.select(PERSON.asterisk(), CREDENTIAL.asterisk(), roles())
                .from(PERSON)
                .leftJoin(CREDENTIAL)
                .on(CREDENTIAL.PERSON_ID.eq(PERSON.ID));
    }

    private static Field<List<String>> roles() {
        return DSL.multiset(DSL.selectDistinct(ROLE.CODE)
                        .from(ASSIGNMENT)
                        .join(ROLE)
                        .on(ROLE.ID.eq(ASSIGNMENT.ROLE_ID))
                        .where(ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
                        .and(ASSIGNMENT.ENDED_AT.isNull())
                        .orderBy(ROLE.CODE))
                .as("roles")
                .convertFrom(rows -> rows.map(row -> row.get(ROLE.CODE)));
    }

    private Condition matches(Filter filter) {
        Condition condition = stateIs(filter.state());
        if (filter.text() != null && !filter.text().isBlank()) {
            String text = filter.text().strip();
            condition = condition.and(
                    PERSON.NAME.contains(text).or(CREDENTIAL.LOGIN.contains(text.toLowerCase(Locale.ROOT))));
        }
        if (filter.unitId() != null) {
            condition = condition.and(PERSON.UNIT_ID.eq(filter.unitId()));
        }
        if (filter.role() != null) {
            condition = condition.and(DSL.exists(DSL.selectOne()
                    .from(ASSIGNMENT)
                    .join(ROLE)
                    .on(ROLE.ID.eq(ASSIGNMENT.ROLE_ID))
                    .where(ASSIGNMENT.PERSON_ID.eq(PERSON.ID))
                    .and(ASSIGNMENT.ENDED_AT.isNull())
                    .and(ROLE.CODE.eq(filter.role()))));
        }
        return condition;
    }

    private Condition stateIs(@Nullable State state) {
        Condition here = PERSON.RETIRED_AT.isNull();
        Condition enabled = here.and(CREDENTIAL.PERSON_ID.isNotNull()).and(CREDENTIAL.DISABLED_AT.isNull());
        Condition locked = CREDENTIAL.LOCKED_UNTIL.gt(clock.instant());
        return switch (state) {
            case null -> here;
            case ACTIVE -> enabled.and(CREDENTIAL.LOCKED_UNTIL.isNull().or(DSL.not(locked)));
            case LOCKED -> enabled.and(locked);
            case DISABLED -> here.and(CREDENTIAL.DISABLED_AT.isNotNull());
            case RETIRED -> PERSON.RETIRED_AT.isNotNull();
            case NO_LOGIN -> here.and(CREDENTIAL.PERSON_ID.isNull());
        };
    }

    private Row row(Record row) {
        Long area = row.get(PERSON.AREA_KEY);
        return new Row(
                row.get(PERSON.ID),
                row.get(PERSON.VERSION),
                row.get(PERSON.NAME),
                row.get(CREDENTIAL.LOGIN),
                row.get(PERSON.PHONE),
                row.get(PERSON.EMAIL),
                row.get(PERSON.UNIT_ID),
                area == null ? null : new AreaKey(area),
                state(row),
                Boolean.TRUE.equals(row.get(CREDENTIAL.MUST_CHANGE)),
                row.get(CREDENTIAL.TOTP_SECRET) != null,
                row.get(CREDENTIAL.LOCKED_UNTIL),
                row.get(roles()));
    }

    private State state(Record row) {
        if (row.get(PERSON.RETIRED_AT) != null) {
            return State.RETIRED;
        }
        if (row.get(CREDENTIAL.LOGIN) == null) {
            return State.NO_LOGIN;
        }
        if (row.get(CREDENTIAL.DISABLED_AT) != null) {
            return State.DISABLED;
        }
        Instant until = row.get(CREDENTIAL.LOCKED_UNTIL);
        return until != null && clock.instant().isBefore(until) ? State.LOCKED : State.ACTIVE;
    }

    /** A role a person holds or held. */
    public record Assignment(
            UUID id,
            String role,
            @Nullable AreaKey areaKey,
            boolean everywhere,
            @Nullable UUID unitId,
            Instant since,
            @Nullable Instant endedAt) {}

    /** Running ones first, then the ended ones, newest first. */
    @WithoutScope("asked only for a person that find(scope, person) has returned")
    public List<Assignment> assignments(UUID person) {
        return sql.select(ASSIGNMENT.asterisk(), ROLE.CODE)
                .from(ASSIGNMENT)
                .join(ROLE)
                .on(ROLE.ID.eq(ASSIGNMENT.ROLE_ID))
                .where(ASSIGNMENT.PERSON_ID.eq(person))
                .orderBy(ASSIGNMENT.ENDED_AT.desc().nullsFirst(), ASSIGNMENT.SINCE.desc(), ASSIGNMENT.ID)
                .fetch(AccountQueries::assignment);
    }

    private static Assignment assignment(Record row) {
        Long first = row.get(ASSIGNMENT.AREA_FIRST);
        boolean everywhere = first != null && first == AreaRange.EVERYWHERE.first();
        return new Assignment(
                row.get(ASSIGNMENT.ID),
                row.get(ROLE.CODE),
                first == null || everywhere ? null : new AreaKey(first),
                everywhere,
                row.get(ASSIGNMENT.UNIT_ID),
                row.get(ASSIGNMENT.SINCE),
                row.get(ASSIGNMENT.ENDED_AT));
    }
}
