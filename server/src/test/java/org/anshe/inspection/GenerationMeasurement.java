package org.anshe.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * How long the tasks of 100,000 objects take; not a part of the usual run. Start it with {@code
 * -Dtest=GenerationMeasurement}.
 */
class GenerationMeasurement extends InspectionTest {

    private static final int OBJECTS = 100_000;

    @Test
    void makesTheTasksOfAHundredThousandObjects() throws Exception {
        morningOf("2026-06-01");
        shop(guiyuan, 1);
        database().execute("""
                        insert into register.registered_object
                            (id, type, type_version, name, area_key, address, supervision_class, class_since, fields,
                             search_text, registered_at, registered_by, changed_at)
                        select uuidv7(), o.type, o.type_version, o.name || n, o.area_key + (n % 90 + 1) * 100000, o.address,
                               1, o.class_since, o.fields, o.search_text, o.registered_at, o.registered_by, o.changed_at
                        from register.registered_object o, generate_series(1, ?) n
                        where o.area_key = ?""", OBJECTS - 1, guiyuan.value());
        database().execute("analyze register.registered_object");
        Map<String, Object> content = planOf(Map.of("1", "P1W"), "2026-06-01");
        UUID plan = draftPlan(content);

        Duration first = measured(() -> activate(plan));
        assertThat(count("inspection.task where plan_id = ?", plan)).isEqualTo(OBJECTS);
        Duration again = measured(() -> generate.run(plan));
        morningOf("2026-06-08");
        Duration nextPeriod = measured(() -> generate.run(plan));
        assertThat(count("inspection.task where plan_id = ?", plan)).isEqualTo(2 * OBJECTS);

        System.out.printf(
                "Tasks of %d objects: first run %.1f s, run with nothing to do %.1f s, next period %.1f s%n",
                OBJECTS, first.toMillis() / 1000.0, again.toMillis() / 1000.0, nextPeriod.toMillis() / 1000.0);
    }

    private void activate(UUID plan) {
        database()
                .execute("update inspection.plan set state = 'ACTIVE', activated_on = '2026-06-01' where id = ?", plan);
        generate.run(plan);
    }

    private static Duration measured(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
