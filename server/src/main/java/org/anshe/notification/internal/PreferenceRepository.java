package org.anshe.notification.internal;

import static org.anshe.notification.internal.db.Tables.PREFERENCE;
import static org.anshe.notification.internal.db.Tables.REFUSAL;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.notification.internal.Preferences.Refusal;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** What people chose. */
@Repository
class PreferenceRepository {

    private final DSLContext sql;

    PreferenceRepository(DSLContext sql) {
        this.sql = sql;
    }

    Preferences get(UUID person) {
        return byPerson(Set.of(person)).getOrDefault(person, Preferences.DEFAULT);
    }

    /** Those who never chose are left out. */
    Map<UUID, Preferences> byPerson(Collection<UUID> people) {
        var refused = DSL.multiset(DSL.select(REFUSAL.KIND, REFUSAL.CHANNEL)
                        .from(REFUSAL)
                        .where(REFUSAL.PERSON_ID.eq(PREFERENCE.PERSON_ID)))
                .convertFrom(rows ->
                        new HashSet<>(rows.map(row -> new Refusal(row.value1(), Channel.valueOf(row.value2())))));
        Map<UUID, Preferences> found = new HashMap<>();
        sql.select(PREFERENCE.asterisk(), refused)
                .from(PREFERENCE)
                .where(PREFERENCE.PERSON_ID.eq(DSL.any(people.toArray(UUID[]::new))))
                .forEach(row -> found.put(
                        row.get(PREFERENCE.PERSON_ID),
                        new Preferences(
                                Rhythm.valueOf(row.get(PREFERENCE.RHYTHM)),
                                row.get(PREFERENCE.QUIET)
                                        ? new QuietHours(
                                                row.get(PREFERENCE.QUIET_FROM), row.get(PREFERENCE.QUIET_UNTIL))
                                        : null,
                                row.get(refused))));
        return found;
    }

    void save(UUID person, Preferences wanted) {
        QuietHours hours = wanted.quietHours() != null ? wanted.quietHours() : Preferences.DEFAULT.quietHours();
        if (hours == null) {
            throw new IllegalStateException("There are default quiet hours");
        }
        sql.insertInto(PREFERENCE)
                .set(PREFERENCE.PERSON_ID, person)
                .set(PREFERENCE.RHYTHM, wanted.rhythm().name())
                .set(PREFERENCE.QUIET, wanted.quietHours() != null)
                .set(PREFERENCE.QUIET_FROM, hours.from())
                .set(PREFERENCE.QUIET_UNTIL, hours.until())
                .onConflict(PREFERENCE.PERSON_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        sql.deleteFrom(REFUSAL).where(REFUSAL.PERSON_ID.eq(person)).execute();
        for (Refusal refusal : wanted.refused()) {
            sql.insertInto(REFUSAL)
                    .set(REFUSAL.PERSON_ID, person)
                    .set(REFUSAL.KIND, refusal.kind())
                    .set(REFUSAL.CHANNEL, refusal.channel().name())
                    .execute();
        }
    }
}
