package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.PERSON;

import java.util.List;
import java.util.UUID;
import org.anshe.identity.People.Person;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.Cursor;
import org.anshe.shared.sql.ScopeCondition;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** People by name, for pickers. */
@Repository
public class PersonQueries {

    private static final Field<String> BY_NAME = PERSON.NAME.collate("zh-x-icu");

    private final DSLContext sql;

    PersonQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** People who have not left, in the order of their names. */
    public Page<Person> list(Scope scope, String text, @Nullable UUID unit, PageRequest page) {
        Condition after = DSL.noCondition();
        if (page.after() != null) {
            Cursor cursor = Cursor.parse(page.after(), 2);
            after = DSL.row(BY_NAME, PERSON.ID).gt(DSL.row(DSL.val(cursor.text(1)), DSL.val(cursor.uuid(0))));
        }
        List<Person> rows = sql.select(PERSON.ID, PERSON.NAME, PERSON.UNIT_ID)
                .from(PERSON)
                .where(visible(scope))
                .and(PERSON.RETIRED_AT.isNull())
                .and(text.isBlank() ? DSL.noCondition() : PERSON.NAME.contains(text.strip()))
                .and(unit == null ? DSL.noCondition() : PERSON.UNIT_ID.eq(unit))
                .and(after)
                .orderBy(BY_NAME, PERSON.ID)
                .limit(page.limit() + 1)
                .fetch(Records.mapping(Person::new));
        return Page.of(rows, page, row -> Cursor.of(row.id(), row.name().replace("|", "")));
    }

    /** People who belong to an area or unit of the scope; those who belong nowhere are for a scope of everything. */
    static Condition visible(Scope scope) {
        return scope.isEverything()
                ? DSL.trueCondition()
                : ScopeCondition.within(scope, PERSON.AREA_KEY, PERSON.UNIT_ID);
    }
}
