package org.anshe.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.anshe.identity.People.NewPerson;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person may do comes from assignments; the unit the person belongs to narrows nothing. */
@IntegrationTest
class CallerIntegrationTests {

    private static final Caller SYSTEM = Caller.system("test");

    @Autowired
    People people;

    @Autowired
    Units units;

    @Autowired
    TestAreas areas;

    private AreaKey street = new AreaKey(Long.MAX_VALUE);
    private UUID office = Ids.next();
    private UUID other = Ids.next();

    @BeforeEach
    void aStreetWithTwoUnits() {
        street = areas.street("青石街道");
        for (UUID unit : List.of(office, other)) {
            units.register(SYSTEM, List.of(new NewUnit(unit, "单位" + unit, Units.Kind.DEPARTMENT, street, null, null)));
        }
    }

    @Test
    void whoBelongsToAUnitMayDoInTheWholeAreaWhatAnAssignmentToTheAreaSays() {
        UUID person = person();
        people.assign(SYSTEM, person, "street-office", street.range(), null);

        Caller caller = people.callerOf(person);

        assertThat(caller.unitId()).isEqualTo(office);
        assertThat(caller.may("plan.upload", street, null)).isTrue();
        assertThat(caller.may("plan.upload", street, other)).isTrue();
    }

    @Test
    void anAssignmentToAnotherUnitIsForThatUnit() {
        UUID person = person();
        people.assign(SYSTEM, person, "department-handler", null, other);

        Caller caller = people.callerOf(person);

        assertThat(caller.unitId()).isEqualTo(office);
        assertThat(caller.may("hazard.view", street, other)).isTrue();
        assertThat(caller.may("hazard.view", street, office)).isFalse();
    }

    private UUID person() {
        UUID id = Ids.next();
        people.register(SYSTEM, List.of(new NewPerson(id, "林知远", office, null, null, null)));
        return id;
    }
}
