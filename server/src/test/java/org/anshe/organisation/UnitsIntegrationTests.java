package org.anshe.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.anshe.organisation.Units.Kind;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.organisation.Units.Unit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class UnitsIntegrationTests {

    private static final AreaKey CITY = AreaKey.parse("9101");
    private static final AreaKey DISTRICT = AreaKey.parse("910101");

    @Autowired
    Units units;

    @Autowired
    TestAreas areas;

    private AreaKey street = DISTRICT;
    private AreaKey community = DISTRICT;

    @BeforeEach
    void aStreet() {
        street = areas.street("青石街道");
        community = areas.community(street, 1, "桂园社区");
    }

    @Test
    void findsTheUnitADocumentMeans() {
        String mark = street.toString().substring(4, 9);
        UUID city = register("试验市水务" + mark + "局", Kind.DEPARTMENT, CITY);
        UUID district = register("试验区水务" + mark + "局", Kind.DEPARTMENT, DISTRICT);
        UUID office = register("青石街道安全监管办公室", Kind.OFFICE, street);

        assertThat(found("试验区水务" + mark + "局")).isEqualTo(district);
        assertThat(found("水务" + mark + "局")).as("nearest area first").isEqualTo(district);
        assertThat(found("区水务" + mark + "局")).isEqualTo(district);
        assertThat(found("市水务" + mark + "局")).as("the rank named").isEqualTo(city);
        assertThat(found("本市水务" + mark + "局")).isEqualTo(city);
        assertThat(found("街道安全监管办公室")).isEqualTo(office);
        assertThat(found("　安全监管 办公室（牵头）")).isEqualTo(office);
        assertThat(units.findByName("不存在的局", community)).isEmpty();
    }

    @Test
    void findsNoUnitOfANeighbouringArea() {
        register("网格管理站" + street, Kind.STATION, community);
        AreaKey neighbour = areas.community(street, 2, "松园社区");
        assertThat(units.findByName("网格管理站" + street, neighbour)).isEmpty();
    }

    @Test
    void leavesAUnitAsItIsWhenRegisteredAgain() {
        UUID id = register("青石消防救援站", Kind.STATION, street);
        units.register(Caller.system("test"), List.of(new NewUnit(id, "别的名字", Kind.OFFICE, street, null, null)));
        assertThat(units.getActive(id).name()).isEqualTo("青石消防救援站");
    }

    @Test
    void refusesAnUnknownUnitAndAnUnknownArea() {
        assertThatThrownBy(() -> units.getActive(Ids.next()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(OrganisationProblem.UNKNOWN_UNIT));
        assertThatThrownBy(() -> register("无处可去", Kind.OFFICE, AreaKey.parse("92")))
                .hasMessageContaining("unit_area");
    }

    private UUID register(String name, Kind kind, AreaKey area) {
        UUID id = Ids.next();
        units.register(Caller.system("test"), List.of(new NewUnit(id, name, kind, area, null, null)));
        return id;
    }

    private UUID found(String name) {
        return units.findByName(name, community).map(Unit::id).orElseThrow(() -> new AssertionError("no " + name));
    }
}
