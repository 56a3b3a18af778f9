package org.anshe.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who is asked: those closest to the place who may. */
@IntegrationTest
class RecipientsIntegrationTests {

    private static final String CONFIRM = "hazard.confirm";

    @Autowired
    Recipients recipients;

    @Autowired
    People people;

    @Autowired
    TestPeople testPeople;

    @Autowired
    JdbcTemplate sql;

    private final AreaKey street = TestPeople.newStreet();
    private final AreaKey community = TestPeople.community(street, 1);
    private final AreaKey grid = community.below(AreaLevel.GRID_1, 1);

    private List<UUID> nearest(AreaKey area) {
        return recipients.nearestHolding(CONFIRM, area, null, Set.of());
    }

    @Test
    void asksTheSmallestRangeThatHoldsThePlaceAndNobodyAboveIt() {
        Caller office = testPeople.with("street-office", street);
        Caller worker = testPeople.with("community-worker", community);
        Caller second = testPeople.with("community-worker", community);
        testPeople.with("community-worker", TestPeople.community(street, 2));

        assertThat(nearest(grid)).containsExactlyInAnyOrder(worker.person(), second.person());
        assertThat(nearest(community)).containsExactlyInAnyOrder(worker.person(), second.person());
        assertThat(nearest(TestPeople.community(street, 3))).containsExactly(office.person());
        assertThat(nearest(street)).containsExactly(office.person());
    }

    @Test
    void countsBothEndsOfARangeAndNothingBeyond() {
        Caller worker = testPeople.with("community-worker", community);
        AreaRange range = community.range();

        assertThat(nearest(new AreaKey(range.first()))).contains(worker.person());
        assertThat(nearest(new AreaKey(range.last()))).contains(worker.person());
        assertThat(nearest(new AreaKey(range.last() + 1))).doesNotContain(worker.person());
        assertThat(nearest(new AreaKey(range.first() - 1))).doesNotContain(worker.person());
    }

    @Test
    void asksTheNextClosestWhenTheClosestAreNotToBeAsked() {
        Caller office = testPeople.with("street-office", street);
        Caller worker = testPeople.with("community-worker", community);

        assertThat(recipients.nearestHolding(CONFIRM, community, null, Set.of(worker.person())))
                .containsExactly(office.person());
    }

    @Test
    void leavesOutWhoMayNotWhoLeftWhoIsDisabledAndWhatEnded() {
        testPeople.with("grid-worker", community);
        Caller left = testPeople.with("community-worker", community);
        Caller former = testPeople.with("community-worker", community);
        Caller locked = testPeople.with("community-worker", community);
        sql.update("update identity.person set retired_at = now() where id = ?", left.person());
        sql.update("update identity.assignment set ended_at = now() where person_id = ?", former.person());
        sql.update(
                "insert into identity.credential (person_id, login, password_hash, changed_at, disabled_at)"
                        + " values (?, ?, 'x', now(), now())",
                locked.person(),
                "l" + locked.person().toString().substring(24));

        assertThat(nearest(community)).doesNotContain(left.person(), former.person(), locked.person());
        assertThat(recipients.contacts(Set.of(left.person(), former.person(), locked.person())))
                .containsOnlyKeys(former.person());
    }

    @Test
    void putsAGrantForTheUnitBeforeAnyRange() {
        UUID unit = Ids.next();
        Caller area = testPeople.with("community-worker", community);
        Caller ofUnit = testPeople.with("community-worker", null, unit);
        Caller ofUnitElsewhere = testPeople.with("community-worker", TestPeople.community(street, 2), unit);

        assertThat(recipients.nearestHolding(CONFIRM, community, unit, Set.of()))
                .containsExactly(ofUnit.person());
        assertThat(nearest(community)).containsExactly(area.person());
        assertThat(recipients.nearestHolding(CONFIRM, community, Ids.next(), Set.of()))
                .containsExactly(area.person());
        assertThat(ofUnitElsewhere).isNotNull();
    }

    @Test
    void findsThePeopleOfAUnitByTheirGrantOrTheirMembership() {
        UUID unit = Ids.next();
        Caller byGrant = testPeople.with("enterprise", null, unit);
        Caller member = testPeople.with("grid-worker", community);
        sql.update("update identity.person set unit_id = ? where id = ?", unit, member.person());
        Caller memberElsewhere = testPeople.with("grid-worker", TestPeople.community(street, 2));
        sql.update("update identity.person set unit_id = ? where id = ?", unit, memberElsewhere.person());
        testPeople.with("grid-worker", community);

        assertThat(recipients.ofUnitHolding("hazard.rectify", community, unit))
                .containsExactlyInAnyOrder(byGrant.person(), member.person());
    }

    @Test
    void fallsBackToWhoMayEverywhere() {
        Caller anywhere = testPeople.everywhere("district-office");

        // A province in which no other test has anybody.
        assertThat(nearest(AreaKey.parse("820001001001"))).contains(anywhere.person());
        sql.update("update identity.assignment set ended_at = now() where person_id = ?", anywhere.person());
    }
}
