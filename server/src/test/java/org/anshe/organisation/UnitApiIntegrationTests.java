package org.anshe.organisation;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest
class UnitApiIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas testAreas;

    private AreaKey street = AreaKey.parse("910101");
    private AreaKey osmanthus = street;
    private AreaKey pine = street;
    private Caller office = Caller.system("later");
    private String mark = "";

    @BeforeEach
    void aStreetWithTwoCommunities() {
        street = testAreas.street("青石街道");
        osmanthus = testAreas.community(street, 1, "桂园社区");
        pine = testAreas.community(street, 2, "松园社区");
        office = people.with("street-office", street);
        mark = street.toString().substring(6, 9);
    }

    @Test
    void entersAUnitOnceAndChangesIt() throws Exception {
        UUID id = Ids.next();
        String unit = unit("桂园便利店" + mark, "ENTERPRISE", osmanthus, "91350100M000100Y43", "[\"桂园小店\"]");
        create(office, id, unit).andExpect(status().isCreated()).andExpect(jsonPath("$.aliases", contains("桂园小店")));
        create(office, id, unit)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(0));

        String renamed = unit("桂园超市" + mark, "ENTERPRISE", osmanthus, "", "[]");
        change(office, id, 0, renamed)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("桂园超市" + mark))
                .andExpect(jsonPath("$.creditCode").doesNotExist())
                .andExpect(jsonPath("$.aliases", empty()));
        change(office, id, 0, renamed).andExpect(status().isConflict());
    }

    @Test
    void refusesAWrongCreditCodeATakenOneAndATakenName() throws Exception {
        String code = "9132011300000" + mark + "0";
        code = code + CreditCode.checkCharacter(code);
        create(office, Ids.next(), unit("甲", "ENTERPRISE", osmanthus, "91350100M000100Y44", "[]"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/organisation/bad-credit-code"));
        create(office, Ids.next(), unit("乙厂", "ENTERPRISE", osmanthus, code, "[]"))
                .andExpect(status().isCreated());
        create(office, Ids.next(), unit("丙厂", "ENTERPRISE", pine, code, "[]"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/organisation/credit-code-taken"));
        create(office, Ids.next(), unit("安全办", "OFFICE", street, "", "[]")).andExpect(status().isCreated());
        create(office, Ids.next(), unit("安全办", "OFFICE", street, "", "[]"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/organisation/name-taken"));
        create(office, Ids.next(), unit("乙厂", "ENTERPRISE", osmanthus, "", "[]"))
                .andExpect(status().isCreated());
    }

    @Test
    void showsNeighboursNothingOfEachOtherButTheOfficesAbove() throws Exception {
        UUID shop = created("松园饭店" + mark, "ENTERPRISE", pine);
        UUID hall = created("街道安监办" + mark, "OFFICE", street);
        created("街道下属公司" + mark, "ENTERPRISE", street);
        Caller worker = people.with("community-worker", osmanthus);

        list(worker, "q=" + mark).andExpect(jsonPath("$.items[*].name", contains("街道安监办" + mark)));
        mvc.perform(get("/api/units/" + shop).with(as(worker))).andExpect(status().isNotFound());
        mvc.perform(get("/api/units/" + hall).with(as(worker)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.inScope").value(false))
                .andExpect(jsonPath("$.members", empty()));
        Caller owner = people.with("enterprise", null, shop);
        list(owner, "").andExpect(jsonPath("$.items[*].name", contains("松园饭店" + mark)));

        change(
                        people.with("street-office", testAreas.street("白石街道")),
                        shop,
                        0,
                        unit("夺来", "ENTERPRISE", pine, "", "[]"))
                .andExpect(status().isNotFound());
        create(worker, Ids.next(), unit("不许", "OFFICE", osmanthus, "", "[]")).andExpect(status().isForbidden());
    }

    @Test
    void doesNotMoveAUnitOutOfTheCallersArea() throws Exception {
        UUID id = created("青石水站", "STATION", street);
        AreaKey elsewhere = testAreas.street("白石街道");
        change(office, id, 0, unit("青石水站", "STATION", elsewhere, "", "[]")).andExpect(status().isForbidden());
    }

    @Test
    void retiresAUnitWhenNothingBelongsToItAnyMore() throws Exception {
        UUID group = created("安全生产领导小组" + mark, "LEADING_GROUP", street);
        UUID below = Ids.next();
        String unit = unit("领导小组办公室" + mark, "OFFICE", street, "", "[]")
                .replace("\"parentId\":null", "\"parentId\":\"" + group + "\"");
        create(office, below, unit).andExpect(status().isCreated());
        retire(group).andExpect(status().isConflict());
        change(
                        office,
                        group,
                        0,
                        unit("安全生产领导小组" + mark, "LEADING_GROUP", street, "", "[]")
                                .replace("\"parentId\":null", "\"parentId\":\"" + below + "\""))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/organisation/parent-is-below"));
        retire(below).andExpect(status().isOk());
        retire(group)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.retireReason").value("机构改革"));
        list(office, "q=领导小组" + mark).andExpect(jsonPath("$.items", empty()));
        list(office, "retired=true&q=领导小组" + mark)
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void bindsAPostToWhoeverHoldsAnotherOne() throws Exception {
        UUID hall = created("街道办事处" + mark, "GOVERNMENT", street);
        UUID group = created("安全领导小组" + mark, "LEADING_GROUP", street);
        UUID cell = created("专班" + mark, "WORKING_GROUP", street);
        Caller first = people.with("street-office", street);
        Caller second = people.with("street-office", street);
        UUID directorship = Ids.next();
        member(
                        hall,
                        "{\"id\":\"" + directorship + "\",\"post\":\"主任\",\"personId\":\"" + first.person()
                                + "\",\"sort\":0}")
                .andExpect(status().isCreated());
        member(group, bound(hall, "组长", "主任"))
                .andExpect(jsonPath("$[0].people[0].id").value(first.person().toString()));
        member(cell, bound(group, "召集人", "组长"))
                .andExpect(jsonPath("$[0].people[0].id").value(first.person().toString()));
        member(hall, bound(cell, "副主任", "召集人"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/organisation/post-circle"));

        mvc.perform(post("/api/units/" + hall + "/members/" + directorship + "/end")
                        .with(as(office)))
                .andExpect(jsonPath("$[0].endedAt").isNotEmpty());
        member(
                hall,
                "{\"id\":\"" + Ids.next() + "\",\"post\":\"主任\",\"personId\":\"" + second.person() + "\",\"sort\":0}");
        mvc.perform(get("/api/units/" + cell).with(as(office)))
                .andExpect(jsonPath(
                        "$.members[0].people[*].id", contains(second.person().toString())));
    }

    @Test
    void asksWhoHoldsThePost() throws Exception {
        UUID hall = created("综治办" + mark, "OFFICE", street);
        member(hall, "{\"id\":\"" + Ids.next() + "\",\"post\":\"主任\",\"sort\":0}")
                .andExpect(status().isBadRequest());
        member(hall, "{\"id\":\"" + Ids.next() + "\",\"post\":\"主任\",\"personId\":\"" + Ids.next() + "\",\"sort\":0}")
                .andExpect(status().is(422));
    }

    @Test
    void namesOneStreetLeaderForALevel1Grid() throws Exception {
        AreaKey grid = testAreas.below(osmanthus, 1, "第1网格");
        Caller leader = people.with("street-office", street);
        UUID id = Ids.next();
        hold(grid, id, "STREET_LEADER", leader).andExpect(status().isCreated());
        hold(grid, Ids.next(), "STREET_LEADER", office)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/organisation/holder-present"));
        hold(grid, Ids.next(), "UNIT_HEAD", office)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/organisation/wrong-level"));
        mvc.perform(post("/api/areas/" + grid + "/holders/" + id + "/end").with(as(office)))
                .andExpect(jsonPath("$[0].until").isNotEmpty());
        hold(grid, Ids.next(), "STREET_LEADER", office).andExpect(status().isCreated());
        Caller stranger = people.with("community-worker", pine);
        mvc.perform(get("/api/areas/" + grid + "/holders").with(as(stranger))).andExpect(status().isNotFound());
    }

    @Test
    void importsUnitsWithParentsInAnyOrderAndNamesWrongCells() throws Exception {
        created("老单位", "OFFICE", osmanthus);
        String table = "名称,类型,区域,上级单位,统一社会信用代码,联系电话,别名\n"
                + "小组办公室,办公室,桂园社区,消防小组,,,组办、消防组办\n"
                + "消防小组,领导小组,青石街道/桂园社区,,,,\n"
                + "老单位,办公室,桂园社区,,,,\n"
                + "甲店,店铺,桂园社区,,,,\n"
                + "乙店,企业,没有的社区,,,,\n"
                + "丙店,企业,桂园社区,,91350100M000100Y44,,\n"
                + "丁店,企业,桂园社区,查无此单位,,,\n"
                + "戊店,企业,桂园社区,,,电话,\n"
                + "消防小组,领导小组,桂园社区,,,,\n";
        MockMultipartFile file =
                new MockMultipartFile("file", "u.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8));
        mvc.perform(multipart("/api/unit-table-previews").file(file).with(as(office)))
                .andExpect(jsonPath("$.fresh").value(2))
                .andExpect(jsonPath("$.known").value(1))
                .andExpect(jsonPath(
                        "$.errors[*].code",
                        contains(
                                "kind-unknown",
                                "area-unknown",
                                "credit-code-wrong",
                                "parent-unit-unknown",
                                "phone-malformed",
                                "name-twice")))
                .andExpect(jsonPath("$.errors[*].row", contains(5, 6, 7, 8, 9, 10)));
        mvc.perform(multipart("/api/unit-table-imports").file(file).with(as(office)))
                .andExpect(status().is(422));
        list(office, "area=" + osmanthus).andExpect(jsonPath("$.items[*].name", contains("老单位")));
        mvc.perform(multipart("/api/unit-table-imports")
                        .file(file)
                        .param("goodRows", "true")
                        .with(as(office)))
                .andExpect(status().isOk());
        list(office, "area=" + osmanthus)
                .andExpect(jsonPath("$.items[*].name", containsInAnyOrder("老单位", "消防小组", "小组办公室")))
                .andExpect(jsonPath("$.items[?(@.name=='小组办公室')].parentName").value("消防小组"));
        list(office, "q=消防组办").andExpect(jsonPath("$.items[*].name", contains("小组办公室")));
    }

    @Test
    void pagesThroughNamesOfAnyShape() throws Exception {
        for (String name : new String[] {"a|b", "a b", "a,b"}) {
            created(name, "STATION", osmanthus);
        }
        String next = "";
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            String page = list(office, "area=" + osmanthus + "&limit=1" + next)
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            seen.append(JsonPath.<String>read(page, "$.items[0].name")).append(';');
            String cursor = JsonPath.read(page, "$.next");
            next = cursor == null ? "&after=none" : "&after=" + cursor;
        }
        assertThat(seen).hasToString("a b;a,b;a|b;");
    }

    private UUID created(String name, String kind, AreaKey area) throws Exception {
        UUID id = Ids.next();
        create(office, id, unit(name, kind, area, "", "[]")).andExpect(status().isCreated());
        return id;
    }

    private static String unit(String name, String kind, AreaKey area, String code, String aliases) {
        return """
                {"name":"%s","aliases":%s,"kind":"%s","areaKey":"%s","parentId":null,"creditCode":"%s","phone":null}""".formatted(name, aliases, kind, area, code);
    }

    private static String bound(UUID unit, String post, String otherPost) {
        return "{\"id\":\"%s\",\"post\":\"%s\",\"otherUnitId\":\"%s\",\"otherPost\":\"%s\",\"sort\":0}"
                .formatted(Ids.next(), post, unit, otherPost);
    }

    private ResultActions create(Caller caller, UUID id, String unit) throws Exception {
        return send(caller, "/api/units", "{\"id\":\"" + id + "\",\"unit\":" + unit + "}");
    }

    private ResultActions change(Caller caller, UUID id, int version, String unit) throws Exception {
        return mvc.perform(put("/api/units/" + id)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"version\":" + version + ",\"unit\":" + unit + "}"));
    }

    private ResultActions retire(UUID id) throws Exception {
        return send(office, "/api/units/" + id + "/retirement", "{\"reason\":\"机构改革\"}");
    }

    private ResultActions member(UUID unit, String body) throws Exception {
        return send(office, "/api/units/" + unit + "/members", body);
    }

    private ResultActions hold(AreaKey area, UUID id, String role, Caller person) throws Exception {
        return send(
                office,
                "/api/areas/" + area + "/holders",
                "{\"id\":\"" + id + "\",\"role\":\"" + role + "\",\"personId\":\"" + person.person() + "\"}");
    }

    private ResultActions list(Caller caller, String query) throws Exception {
        return mvc.perform(get("/api/units?" + query).with(as(caller))).andExpect(status().isOk());
    }

    private ResultActions send(Caller caller, String path, String body) throws Exception {
        return mvc.perform(post(path)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
