package org.anshe.identity.internal;

import static org.anshe.identity.internal.db.Tables.CREDENTIAL;
import static org.anshe.identity.internal.db.Tables.PERSON;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.identity.Recipients;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaSuccession;
import org.anshe.shared.WithoutScope;
import org.anshe.shared.sql.FixedStatement;
import org.anshe.shared.sql.FrequentSql;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Assignments read from the other end: not what a person may do, but who may do a thing. */
@Repository
class RecipientQueries implements Recipients {

    private static final String FOR_SENDERS = "chooses whom the system tells; no person's request is answered with it";

    private static final Field<Integer> NUMBER = DSL.field("nr", Integer.class);
    private static final Field<UUID> PERSON_ID = DSL.field("person_id", UUID.class);

    private final AreaSuccession succession;
    private final FixedStatement holders;
    private final FixedStatement contacts;

    RecipientQueries(DSLContext sql, FrequentSql frequent, AreaSuccession succession) {
        this.succession = succession;
        this.holders = frequent.prepare(sql.resultQuery(
                        "select nr, person_id from identity.who_may({0}, {1}, {2}, {3}, {4}, {5}, {6})",
                        DSL.param("numbers", Integer[].class),
                        DSL.param("permissions", String[].class),
                        DSL.param("keys", Long[].class),
                        DSL.param("units", UUID[].class),
                        DSL.param("which", String[].class),
                        DSL.param("named_by", Integer[].class),
                        DSL.param("named", UUID[].class))
                .coerce(NUMBER, PERSON_ID));
        this.contacts = frequent.prepare(sql.select(PERSON.ID, PERSON.NAME, PERSON.LOCALE, PERSON.EMAIL, PERSON.PHONE)
                .from(PERSON)
                .leftJoin(CREDENTIAL)
                .on(CREDENTIAL.PERSON_ID.eq(PERSON.ID))
                .where(PERSON.ID.eq(DSL.any(DSL.param("people", UUID[].class))))
                .and(PERSON.RETIRED_AT.isNull())
                .and(CREDENTIAL.DISABLED_AT.isNull()));
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public List<UUID> nearestHolding(String permission, AreaKey area, @Nullable UUID unit, Set<UUID> except) {
        return one(new Ask(permission, area, unit, Which.NEAREST, except));
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public List<UUID> ofUnitHolding(String permission, AreaKey area, UUID unit) {
        return one(new Ask(permission, area, unit, Which.OF_UNIT, Set.of()));
    }

    private List<UUID> one(Ask ask) {
        return find(List.of(ask)).getOrDefault(ask, Set.of()).stream().sorted().toList();
    }

    /**
     * The mirror of {@code Scope.covers}, for running assignments of people who are still here. An area that was merged
     * is asked for under each of its keys.
     */
    @Override
    @WithoutScope(FOR_SENDERS)
    public Map<Ask, Set<UUID>> find(Collection<Ask> asks) {
        List<Ask> questions = asks.stream()
                .distinct()
                .filter(ask -> ask.which() != Which.AMONG || !ask.people().isEmpty())
                .toList();
        if (questions.isEmpty()) {
            return Map.of();
        }
        Asked asked = new Asked();
        for (int i = 0; i < questions.size(); i++) {
            asked.add(i, questions.get(i), succession.keysOf(questions.get(i).area()));
        }
        Map<Ask, Set<UUID>> found = new LinkedHashMap<>();
        holders.fetch(asked.values())
                .forEach(row -> found.computeIfAbsent(questions.get(row.get(NUMBER)), any -> new LinkedHashSet<>())
                        .add(row.get(PERSON_ID)));
        return found;
    }

    /** Questions as columns, and beside them the people each of them names. */
    private static final class Asked {

        private final List<Integer> numbers = new ArrayList<>();
        private final List<String> permissions = new ArrayList<>();
        private final List<Long> keys = new ArrayList<>();
        private final List<@Nullable UUID> units = new ArrayList<>();
        private final List<String> which = new ArrayList<>();
        private final List<Integer> namedBy = new ArrayList<>();
        private final List<UUID> named = new ArrayList<>();

        void add(int number, Ask ask, List<AreaKey> areas) {
            for (AreaKey key : areas) {
                numbers.add(number);
                permissions.add(ask.permission());
                keys.add(key.value());
                units.add(ask.unit());
                which.add(ask.which().name());
            }
            for (UUID person : ask.people()) {
                namedBy.add(number);
                named.add(person);
            }
        }

        Object[] values() {
            return new Object[] {
                numbers.toArray(Integer[]::new),
                permissions.toArray(String[]::new),
                keys.toArray(Long[]::new),
                units.toArray(UUID[]::new),
                which.toArray(String[]::new),
                namedBy.toArray(Integer[]::new),
                named.toArray(UUID[]::new)
            };
        }
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public Map<UUID, Contact> contacts(Collection<UUID> people) {
        return contacts.fetch((Object) people.toArray(UUID[]::new))
                .intoMap(
                        PERSON.ID,
                        row -> new Contact(
                                row.get(PERSON.ID),
                                row.get(PERSON.NAME),
                                row.get(PERSON.LOCALE),
                                row.get(PERSON.EMAIL),
                                row.get(PERSON.PHONE)));
    }
}
