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
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Assignments read from the other end: not what a person may do, but who may do a thing. */
@Repository
class RecipientQueries implements Recipients {

    private static final String FOR_SENDERS = "chooses whom the system tells; no person's request is answered with it";

    private static final Field<Integer> NUMBER = DSL.field("nr", Integer.class);
    private static final Field<UUID> PERSON_ID = DSL.field("person_id", UUID.class);

    /** A grant for a unit is closer than any range of areas. */
    private static final String HOLDERS = """
            with ask(nr, permission, key, unit, which) as (
                select * from unnest({0}, {1}, {2}, {3}, {4})),
            named(nr, person_id) as (
                select * from unnest({5}, {6})),
            holder as (
                select ask.nr, ask.which, a.person_id,
                       min(case when a.unit_id is not null then -1 else a.area_last - a.area_first end) as distance
                  from ask
                  join identity.role_permission held on held.permission = ask.permission
                  join identity.assignment a on a.role_id = held.role_id and a.ended_at is null
                   and (a.area_first is null or ask.key between a.area_first and a.area_last)
                   and (a.unit_id is null or a.unit_id = ask.unit)
                  join identity.person p on p.id = a.person_id and p.retired_at is null
                  left join identity.credential c on c.person_id = p.id
                 where c.disabled_at is null
                   and (ask.which <> 'OF_UNIT' or p.unit_id = ask.unit or a.unit_id = ask.unit)
                   and (ask.which = 'AMONG') = exists (
                       select 1 from named where named.nr = ask.nr and named.person_id = a.person_id)
                 group by ask.nr, ask.which, a.person_id)
            select nr, person_id
              from (select nr, which, person_id, distance, min(distance) over (partition by nr) as least from holder) near
             where which <> 'NEAREST' or distance = least
             order by nr, person_id
            """;

    private final DSLContext sql;
    private final AreaSuccession succession;

    RecipientQueries(DSLContext sql, AreaSuccession succession) {
        this.sql = sql;
        this.succession = succession;
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
        sql.resultQuery(HOLDERS, asked.parameters())
                .coerce(NUMBER, PERSON_ID)
                .forEach(row -> found.computeIfAbsent(questions.get(row.value1()), any -> new LinkedHashSet<>())
                        .add(row.value2()));
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

        Field<?>[] parameters() {
            return new Field<?>[] {
                DSL.val(numbers.toArray(Integer[]::new)),
                DSL.val(permissions.toArray(String[]::new)),
                DSL.val(keys.toArray(Long[]::new)),
                DSL.val(units.toArray(UUID[]::new)),
                DSL.val(which.toArray(String[]::new)),
                DSL.val(namedBy.toArray(Integer[]::new)),
                DSL.val(named.toArray(UUID[]::new))
            };
        }
    }

    @Override
    @WithoutScope(FOR_SENDERS)
    public Map<UUID, Contact> contacts(Collection<UUID> people) {
        return sql.select(PERSON.ID, PERSON.NAME, PERSON.LOCALE, PERSON.EMAIL, PERSON.PHONE)
                .from(PERSON)
                .leftJoin(CREDENTIAL)
                .on(CREDENTIAL.PERSON_ID.eq(PERSON.ID))
                .where(PERSON.ID.eq(DSL.any(people.toArray(UUID[]::new))))
                .and(PERSON.RETIRED_AT.isNull())
                .and(CREDENTIAL.DISABLED_AT.isNull())
                .fetchMap(PERSON.ID, Records.mapping(Contact::new));
    }
}
