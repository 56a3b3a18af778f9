package org.anshe.organisation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.organisation.AreaHolderRole;
import org.anshe.organisation.internal.MembershipRepository.Holder;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Ids;
import org.anshe.territory.AreaRecoded;
import org.anshe.territory.AreaRetired;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
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
    MembershipRepository memberships;

    @Autowired
    TestAreas areas;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcTemplate sql;

    private AreaKey first = AreaKey.parse("91");
    private AreaKey second = first;
    private AreaKey third = first;
    private UUID chief = Ids.next();

    @BeforeEach
    void aHolderOfAnArea() {
        AreaKey street = areas.street("青石街道");
        first = areas.community(street, 1, "桂园社区");
        second = areas.community(street, 2, "桂园新区");
        third = areas.community(street, 3, "桂园");
        chief = people.with("community-worker", first).person();
        memberships.add(new Holder(Ids.next(), first, AreaHolderRole.UNIT_HEAD, chief));
    }

    /** As the territory leaves it after the first became the second and the second the third. */
    private void recodedTwice() {
        recode(first, third);
        recode(second, third);
    }

    private void recode(AreaKey from, AreaKey to) {
        sql.update("update territory.area set retired_at = now(), retire_reason = 'x' where key = ?", from.value());
        sql.update(
                "insert into territory.recode (old_key, new_key, at) values (?, ?, now())", from.value(), to.value());
    }

    @Test
    void aHolderArrivesWhicheverOfTwoChangesIsToldFirst() {
        recodedTwice();

        follow.on(new AreaRecoded(second, third, false, Instant.EPOCH));
        follow.on(new AreaRecoded(first, second, false, Instant.EPOCH));

        await().untilAsserted(() ->
                assertThat(holdersOf(third)).extracting(Holder::person).containsExactly(chief));
        assertThat(holdersOf(first)).isEmpty();
        assertThat(holdersOf(second)).isEmpty();
    }

    @Test
    void theTrailTellsOfBothAreas() {
        recode(first, third);

        follow.on(new AreaRecoded(first, third, false, Instant.EPOCH));

        await().untilAsserted(() -> {
            assertThat(actsOn(first)).containsExactly("area.release");
            assertThat(actsOn(third)).containsExactly("area.hold");
        });
    }

    @Test
    void theHolderOfARetiredAreaIsReleasedOnRecord() {
        follow.on(new AreaRetired(first, Instant.EPOCH));

        await().untilAsserted(() -> assertThat(actsOn(first)).containsExactly("area.release"));
        assertThat(holdersOf(first)).isEmpty();
    }

    private List<Holder> holdersOf(AreaKey area) {
        return memberships.runningHolders(area);
    }

    private List<@Nullable String> actsOn(AreaKey area) {
        return sql.queryForList(
                "select action from audit.entry where subject_kind = 'area' and subject_id = ? order by id",
                String.class,
                area.toString());
    }
}
