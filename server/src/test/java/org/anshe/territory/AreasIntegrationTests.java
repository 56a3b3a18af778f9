package org.anshe.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.territory.Areas.Area;
import org.anshe.territory.Areas.NewArea;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class AreasIntegrationTests {

    private static final Caller SYSTEM = Caller.system("test");

    @Autowired
    Areas areas;

    @Autowired
    TestAreas testAreas;

    @Test
    void namesTheWayFromTheStreetDown() {
        AreaKey street = testAreas.street("青石街道");
        AreaKey community = testAreas.community(street, 1, "桂园社区");
        AreaKey grid = testAreas.below(community, 3, "第3网格");

        assertThat(areas.path(grid)).isEqualTo("青石街道 / 桂园社区 / 第3网格");
        assertThat(areas.path(street)).isEqualTo("青石街道");
        assertThat(areas.path(AreaKey.parse("910101"))).isEqualTo("试验区");
        assertThat(areas.names(List.of(grid, AreaKey.parse("92")))).containsExactly(java.util.Map.entry(grid, "第3网格"));
        assertThat(areas.find(grid)).get().extracting(Area::level).isEqualTo(AreaLevel.GRID_1);
    }

    @Test
    void takesParentsFromTheSameListInAnyOrder() {
        AreaKey street = TestPeople.newStreet();
        AreaKey community = TestPeople.community(street, 7);
        areas.register(SYSTEM, List.of(new NewArea(community, "竹园社区", null), new NewArea(street, "白石街道", null)));
        assertThat(areas.path(community)).isEqualTo("白石街道 / 竹园社区");

        areas.register(SYSTEM, List.of(new NewArea(street, "改了的名字", null)));
        assertThat(areas.getActive(street).name()).as("left as it was").isEqualTo("白石街道");
    }

    @Test
    void refusesAnAreaWithoutItsParent() {
        AreaKey community = TestPeople.community(TestPeople.newStreet(), 1);
        assertThatThrownBy(() -> areas.register(SYSTEM, List.of(new NewArea(community, "孤儿社区", null))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(TerritoryProblem.UNKNOWN_PARENT));
        assertThatThrownBy(() -> areas.getActive(community))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(TerritoryProblem.UNKNOWN_AREA));
    }

    @Test
    void hangsAStreetUnderTheCityWhereThereIsNoDistrict() {
        areas.register(SYSTEM, List.of(new NewArea(AreaKey.parse("9119"), "无区市", null)));
        AreaKey town = AreaKey.parse("911900003");
        areas.register(SYSTEM, List.of(new NewArea(town, "东石镇", null)));
        assertThat(town.level()).isEqualTo(AreaLevel.STREET);
        assertThat(areas.path(town)).isEqualTo("东石镇");
    }
}
