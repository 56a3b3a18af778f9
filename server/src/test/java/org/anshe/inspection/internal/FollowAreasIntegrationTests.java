package org.anshe.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Ids;
import org.anshe.territory.AreaRecoded;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@IntegrationTest
class FollowAreasIntegrationTests {

    @Autowired
    FollowAreas follow;

    @Autowired
    TestAreas areas;

    @Autowired
    JdbcTemplate sql;

    private AreaKey first = AreaKey.parse("91");
    private AreaKey second = first;
    private AreaKey third = first;
    private final UUID plan = Ids.next();

    @BeforeEach
    void aPlanOfAnArea() {
        AreaKey street = areas.street("青石街道");
        first = areas.community(street, 1, "桂园社区");
        second = areas.community(street, 2, "桂园新区");
        third = areas.community(street, 3, "桂园");
        sql.update("""
                insert into inspection.plan (id, name, area_key, object_types, mode, unit_rule, starts_on, state, created_at)
                values (?, '检查', ?, '{}', 'ALL', 'COMMUNITY_UNIT', '2026-01-01', 'DRAFT', now())""", plan, first.value());
    }

    /** As the territory leaves it. */
    private void recode(AreaKey from, AreaKey to, boolean joined) {
        sql.update(
                "update territory.area set retired_at = now(), retire_reason = 'x', merged_into = ?, joined = ? where key = ?",
                to.value(),
                joined,
                from.value());
    }

    @Test
    void aPlanArrivesWhicheverOfTwoChangesIsToldFirst() {
        recode(first, second, false);
        recode(second, third, false);

        follow.on(new AreaRecoded(second, third, false, Instant.EPOCH));
        settle();
        follow.on(new AreaRecoded(first, second, false, Instant.EPOCH));

        await().untilAsserted(() -> assertThat(areaOfPlan()).isEqualTo(third.value()));
    }

    @Test
    void aPlanStopsWhereItsAreaJoinedAnother() {
        recode(first, second, false);
        recode(second, third, true);

        follow.on(new AreaRecoded(second, third, true, Instant.EPOCH));
        settle();
        follow.on(new AreaRecoded(first, second, false, Instant.EPOCH));

        await().untilAsserted(() -> assertThat(areaOfPlan()).isEqualTo(second.value()));
    }

    /** Events are heard in the background: a second plan tells when the one before was heard. */
    private void settle() {
        UUID witness = Ids.next();
        AreaKey elsewhere = areas.street("白云街道");
        AreaKey community = areas.community(elsewhere, 1, "松山社区");
        AreaKey next = areas.community(elsewhere, 2, "松山");
        sql.update("""
                insert into inspection.plan (id, name, area_key, object_types, mode, unit_rule, starts_on, state, created_at)
                values (?, '检查', ?, '{}', 'ALL', 'COMMUNITY_UNIT', '2026-01-01', 'DRAFT', now())""", witness, community.value());
        recode(community, next, false);
        follow.on(new AreaRecoded(community, next, false, Instant.EPOCH));
        await().until(() -> Long.valueOf(next.value()).equals(areaOf(witness)));
    }

    private @Nullable Long areaOfPlan() {
        return areaOf(plan);
    }

    private @Nullable Long areaOf(UUID id) {
        return sql.queryForObject("select area_key from inspection.plan where id = ?", Long.class, id);
    }
}
