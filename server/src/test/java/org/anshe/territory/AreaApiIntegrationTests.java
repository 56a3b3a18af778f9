package org.anshe.territory;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.anshe.identity.People;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest
class AreaApiIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas testAreas;

    @Autowired
    Areas areas;

    @Autowired
    People identity;

    private AreaKey street = AreaKey.parse("910101");
    private AreaKey osmanthus = street;
    private AreaKey pine = street;
    private Caller office = Caller.system("later");

    @BeforeEach
    void aStreetWithTwoCommunities() {
        street = testAreas.street("青石街道");
        osmanthus = testAreas.community(street, 1, "桂园社区");
        pine = testAreas.community(street, 2, "松园社区");
        office = people.with("street-office", street);
    }

    @Test
    void asksForALogInAndAPermission() throws Exception {
        mvc.perform(get("/api/areas")).andExpect(status().isUnauthorized());
        Caller worker = people.with("grid-worker", osmanthus);
        send(worker, "/api/areas", "{\"parent\":\"" + osmanthus + "\",\"name\":\"第1网格\"}")
                .andExpect(status().isForbidden());
    }

    @Test
    void showsNeighboursNothingOfEachOther() throws Exception {
        Caller worker = people.with("community-worker", osmanthus);
        AreaKey grid = testAreas.below(pine, 1, "松园第1网格");

        list(worker, "parent=" + street).andExpect(jsonPath("$.items[*].name", contains("桂园社区")));
        list(worker, "q=松园").andExpect(jsonPath("$.items", empty()));
        list(worker, "q=" + grid).andExpect(jsonPath("$.items", empty()));
        list(worker, "parent=" + pine).andExpect(jsonPath("$.items", empty()));
        list(worker, "").andExpect(jsonPath("$.items[*].name", contains("桂园社区")));
        mvc.perform(get("/api/areas/" + pine).with(as(worker))).andExpect(status().isNotFound());
        mvc.perform(get("/api/areas/" + grid).with(as(worker))).andExpect(status().isNotFound());
        mvc.perform(get("/api/areas/" + street).with(as(worker)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("青石街道"))
                .andExpect(jsonPath("$.inScope").value(false))
                .andExpect(jsonPath("$.changes", empty()));
    }

    @Test
    void letsNobodyChangeWhatLiesOutside() throws Exception {
        Caller other = people.with("street-office", testAreas.street("白石街道"));
        String rename = "{\"name\":\"夺来的社区\",\"sort\":0}";
        mvc.perform(put("/api/areas/" + pine + "/name")
                        .with(as(other))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(rename))
                .andExpect(status().isNotFound());
        send(other, "/api/areas/" + pine + "/retirement", "{\"reason\":\"x\",\"withBelow\":true}")
                .andExpect(status().isNotFound());
        send(other, "/api/areas/" + pine + "/merger", "{\"into\":\"" + osmanthus + "\",\"reason\":\"x\"}")
                .andExpect(status().isNotFound());
        send(other, "/api/areas", "{\"parent\":\"" + pine + "\",\"name\":\"网格\"}")
                .andExpect(status().isNotFound());
        assertThat(areas.getActive(pine).name()).isEqualTo("松园社区");
    }

    @Test
    void findsByAPartOfTheNameAndByTheCode() throws Exception {
        list(office, "q=园社").andExpect(jsonPath("$.items[*].path", contains("青石街道 / 桂园社区", "青石街道 / 松园社区")));
        list(office, "q=" + pine.toString().substring(0, 12)).andExpect(jsonPath("$.items[*].name", contains("松园社区")));
        list(office, "q=%25").andExpect(jsonPath("$.items", empty()));
        list(office, "q=园社&limit=1")
                .andExpect(jsonPath("$.items[*].name", contains("桂园社区")))
                .andDo(result -> {
                    String next = com.jayway.jsonpath.JsonPath.read(
                            result.getResponse().getContentAsString(), "$.next");
                    list(office, "q=园社&limit=1&after=" + next)
                            .andExpect(jsonPath("$.items[*].name", contains("松园社区")))
                            .andExpect(jsonPath("$.next").doesNotExist());
                });
    }

    @Test
    void givesANewGridTheNextNumber() throws Exception {
        send(office, "/api/areas", "{\"parent\":\"" + pine + "\",\"name\":\" 第1网格 \"}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.key").value(pine.toString().substring(0, 12) + "0100000"))
                .andExpect(jsonPath("$.level").value("GRID_1"))
                .andExpect(jsonPath("$.path").value("青石街道 / 松园社区 / 第1网格"))
                .andExpect(jsonPath("$.changes[0].kind").value("CREATED"));
        send(office, "/api/areas", "{\"parent\":\"" + pine + "\",\"number\":1,\"name\":\"又一个\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/territory/key-taken"));
        send(office, "/api/areas", "{\"parent\":\"" + pine + "\",\"number\":100,\"name\":\"太多\"}")
                .andExpect(status().isBadRequest());
        send(office, "/api/areas", "{\"parent\":\"" + pine + "\",\"name\":\"第2网格\"}")
                .andExpect(jsonPath("$.key").value(pine.toString().substring(0, 12) + "0200000"));
    }

    @Test
    void retiresWithHistoryAndTakesNothingNew() throws Exception {
        AreaKey grid = testAreas.below(pine, 1, "第1网格");
        send(office, "/api/areas/" + pine + "/retirement", "{\"reason\":\"撤并\",\"withBelow\":false}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/territory/has-areas-below"))
                .andExpect(jsonPath("$.count").value(1));
        send(office, "/api/areas/" + pine + "/retirement", "{\"reason\":\"撤并\",\"withBelow\":true}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.retireReason").value("撤并"));

        assertThat(areas.find(grid)).get().extracting(Areas.Area::retired).isEqualTo(true);
        send(office, "/api/areas", "{\"parent\":\"" + pine + "\",\"name\":\"新网格\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/territory/retired-area"));
        list(office, "parent=" + street).andExpect(jsonPath("$.items[*].name", contains("桂园社区")));
        list(office, "parent=" + street + "&retired=true").andExpect(jsonPath("$.items[*].name", hasItem("松园社区")));
    }

    @Test
    void mergesANeighbourAndKeepsItsRows() throws Exception {
        AreaKey grid = testAreas.below(pine, 1, "松园网格");
        AreaKey own = testAreas.below(osmanthus, 4, "桂园网格");
        Caller worker = people.with("community-worker", osmanthus);
        assertThat(worker.with("area.view").scope().covers(grid, null)).isFalse();

        send(office, "/api/areas/" + pine + "/merger", "{\"into\":\"" + osmanthus + "\",\"reason\":\"社区合并\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.key").value(osmanthus.toString()));

        AreaKey moved = AreaKey.parse(osmanthus.toString().substring(0, 12) + "05");
        assertThat(areas.current(grid)).isEqualTo(moved);
        assertThat(areas.current(pine)).isEqualTo(osmanthus);
        assertThat(areas.current(own)).isEqualTo(own);
        assertThat(areas.path(moved)).isEqualTo("青石街道 / 桂园社区 / 松园网格");
        assertThat(areas.ranges(osmanthus)).anyMatch(range -> range.contains(grid));
        Caller today = identity.callerOf(worker.person());
        assertThat(today.with("area.view").scope().covers(grid, null))
                .as("rows written under the old key stay visible to the people of the merged community")
                .isTrue();
        mvc.perform(get("/api/areas/" + pine).with(as(office)))
                .andExpect(jsonPath("$.mergedInto.name").value("桂园社区"))
                .andExpect(jsonPath("$.changes[0].reason").value("社区合并"));
        send(office, "/api/areas/" + pine + "/merger", "{\"into\":\"" + osmanthus + "\",\"reason\":\"再来\"}")
                .andExpect(status().isConflict());
    }

    @Test
    void mergesOnlyAreasOfOneLevel() throws Exception {
        AreaKey grid = testAreas.below(pine, 1, "第1网格");
        for (AreaKey into : new AreaKey[] {pine, grid, street}) {
            send(office, "/api/areas/" + pine + "/merger", "{\"into\":\"" + into + "\",\"reason\":\"x\"}")
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/territory/not-mergeable"));
        }
    }

    @Test
    void recodesASubtreeAndFollowsItThroughTwoChanges() throws Exception {
        AreaKey grid = testAreas.below(pine, 7, "第7网格");
        AreaKey first = TestPeople.community(street, 30);
        AreaKey second = TestPeople.community(street, 31);
        recode(pine, first)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("松园社区"));
        recode(first, second).andExpect(status().isOk());

        AreaKey now = AreaKey.parse(second.toString().substring(0, 12) + "07");
        assertThat(areas.current(grid)).isEqualTo(now);
        assertThat(areas.current(pine)).isEqualTo(second);
        assertThat(areas.getActive(now).name()).isEqualTo("第7网格");
        recode(osmanthus, second).andExpect(status().isConflict());
        list(office, "parent=" + street).andExpect(jsonPath("$.items[*].key", not(hasItem(pine.toString()))));
    }

    private ResultActions recode(AreaKey from, AreaKey to) throws Exception {
        return send(office, "/api/areas/" + from + "/recoding", "{\"key\":\"" + to + "\",\"reason\":\"代码调整\"}");
    }

    private ResultActions list(Caller caller, String query) throws Exception {
        return mvc.perform(get("/api/areas?" + query).with(as(caller))).andExpect(status().isOk());
    }

    private ResultActions send(Caller caller, String path, String body) throws Exception {
        return mvc.perform(post(path)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
