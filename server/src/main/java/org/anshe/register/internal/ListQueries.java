package org.anshe.register.internal;

import static org.anshe.register.internal.db.Tables.REGISTERED_OBJECT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.anshe.register.internal.type.PlainText;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.Scope;
import org.anshe.shared.sql.AreaCondition;
import org.anshe.shared.sql.Cursor;
import org.jooq.Collation;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** One register as a list: by name in pinyin order or newest first, step by step. */
@Repository
public class ListQueries {

    private static final Collation PINYIN = DSL.collation("zh-x-icu");
    private static final Field<String> BY_NAME = REGISTERED_OBJECT.NAME.collate(PINYIN);

    private static final int FETCH = 2_000;

    private final DSLContext sql;
    private final JsonMapper json;

    ListQueries(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** How a list is sorted. */
    public enum Sort {
        NAME,
        NEWEST
    }

    /**
     * Which objects of a register are wanted; null members and empty lists do not restrict.
     *
     * @param retired whether to show those that were retired instead of the active ones
     * @param text part of the name, the address or a searchable field
     */
    public record Filter(
            String type,
            List<Integer> supervisionClasses,
            List<AreaRange> areas,
            @Nullable UUID unitId,
            @Nullable String text,
            boolean retired) {}

    /** One page; the total is counted with the first page only. */
    public Page<RegisteredObject> list(Scope scope, Filter filter, Sort sort, PageRequest page) {
        Condition condition = matches(scope, filter);
        List<RegisteredObject> rows = sql.selectFrom(REGISTERED_OBJECT)
                .where(condition)
                .and(page.after() == null ? DSL.noCondition() : after(sort, page.after()))
                .orderBy(order(sort))
                .limit(page.limit() + 1)
                .fetch(row -> ObjectRepository.object(row, json));
        Page<RegisteredObject> found = Page.of(rows, page, object -> cursor(sort, object));
        return page.after() != null ? found : found.withTotal(sql.fetchCount(REGISTERED_OBJECT, condition));
    }

    long count(Scope scope, Filter filter) {
        return sql.fetchCount(REGISTERED_OBJECT, matches(scope, filter));
    }

    /** Passes every object of the list in its order, however many there are. Needs a transaction to stream in. */
    void forEach(Scope scope, Filter filter, Sort sort, Consumer<RegisteredObject> consumer) {
        try (var rows = sql.selectFrom(REGISTERED_OBJECT)
                .where(matches(scope, filter))
                .orderBy(order(sort))
                .fetchSize(FETCH)
                .fetchLazy()) {
            for (var row : rows) {
                consumer.accept(ObjectRepository.object(row, json));
            }
        }
    }

    /** How many active objects each register holds within the scope; a register without any is left out. */
    public Map<String, Integer> countByType(Scope scope) {
        return sql.select(REGISTERED_OBJECT.TYPE, DSL.count())
                .from(REGISTERED_OBJECT)
                .where(ObjectQueries.within(scope))
                .and(REGISTERED_OBJECT.RETIRED_AT.isNull())
                .groupBy(REGISTERED_OBJECT.TYPE)
                .fetchMap(REGISTERED_OBJECT.TYPE, DSL.count());
    }

    private static Condition matches(Scope scope, Filter filter) {
        Condition condition = ObjectQueries.within(scope)
                .and(REGISTERED_OBJECT.TYPE.eq(filter.type()))
                .and(
                        filter.retired()
                                ? REGISTERED_OBJECT.RETIRED_AT.isNotNull()
                                : REGISTERED_OBJECT.RETIRED_AT.isNull());
        if (!filter.supervisionClasses().isEmpty()) {
            List<Short> classes = filter.supervisionClasses().stream()
                    .map(Integer::shortValue)
                    .toList();
            condition = condition.and(REGISTERED_OBJECT.SUPERVISION_CLASS.in(classes));
        }
        if (!filter.areas().isEmpty()) {
            condition = condition.and(AreaCondition.within(filter.areas(), REGISTERED_OBJECT.AREA_KEY));
        }
        if (filter.unitId() != null) {
            condition = condition.and(REGISTERED_OBJECT.UNIT_ID.eq(filter.unitId()));
        }
        for (String word : words(filter.text())) {
            condition = condition.and(REGISTERED_OBJECT.SEARCH_TEXT.contains(word));
        }
        return condition;
    }

    private static List<String> words(@Nullable String text) {
        return text == null || text.isBlank() || !PlainText.isStorable(text)
                ? List.of()
                : List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+", 5));
    }

    private static List<OrderField<?>> order(Sort sort) {
        List<OrderField<?>> order = new ArrayList<>();
        switch (sort) {
            case NAME -> {
                order.add(BY_NAME);
                order.add(REGISTERED_OBJECT.ID);
            }
            case NEWEST -> {
                order.add(REGISTERED_OBJECT.REGISTERED_AT.desc());
                order.add(REGISTERED_OBJECT.ID.desc());
            }
        }
        return order;
    }

    private static Condition after(Sort sort, String text) {
        Cursor cursor = Cursor.parse(text, 2);
        UUID id = cursor.uuid(1);
        return switch (sort) {
            case NAME -> DSL.row(BY_NAME, REGISTERED_OBJECT.ID).gt(DSL.row(DSL.val(cursor.decoded(0)), DSL.val(id)));
            case NEWEST -> {
                Instant at = cursor.instant(0);
                yield DSL.row(REGISTERED_OBJECT.REGISTERED_AT, REGISTERED_OBJECT.ID)
                        .lt(DSL.row(DSL.val(at, REGISTERED_OBJECT.REGISTERED_AT), DSL.val(id)));
            }
        };
    }

    private static String cursor(Sort sort, RegisteredObject object) {
        return switch (sort) {
            case NAME -> Cursor.of(Cursor.encoded(object.content().name()), object.id());
            case NEWEST -> Cursor.of(object.registeredAt(), object.id());
        };
    }
}
