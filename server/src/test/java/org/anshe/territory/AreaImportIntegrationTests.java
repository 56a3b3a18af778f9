package org.anshe.territory;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.Charset;
import java.time.Duration;
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
class AreaImportIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas testAreas;

    @Autowired
    Areas areas;

    private AreaKey street = AreaKey.parse("910101");
    private Caller office = Caller.system("later");
    private String code = "";

    @BeforeEach
    void aStreet() {
        street = testAreas.street("青石街道" + TestPeople.newStreet().toString().substring(6, 9));
        office = people.with("street-office", street);
        code = street.toString().substring(0, 9);
    }

    @Test
    void takesCodesAndGridsByParentAndNumber() throws Exception {
        String table = "编码,名称,上级编码,上级,序号\n"
                + code + "001,桂园社区,,,\n"
                + code + "002,松园社区,,,\n"
                + ",第一网格,,桂园社区,1\n"
                + ",第二网格," + code + "001,,2\n"
                + ",小格," + code + "00101,,7\n";
        preview(table)
                .andExpect(jsonPath("$.errors", empty()))
                .andExpect(jsonPath("$.fresh").value(5))
                .andExpect(jsonPath("$.sample[2].parent").value("桂园社区"));
        assertThat(areas.find(AreaKey.parse(code + "001")))
                .as("a preview saves nothing")
                .isEmpty();

        save(table, false)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fresh").value(5));
        assertThat(areas.path(AreaKey.parse(code + "0010107"))).endsWith(" / 桂园社区 / 第一网格 / 小格");
        save(table, false)
                .andExpect(jsonPath("$.fresh").value(0))
                .andExpect(jsonPath("$.known").value(5));
    }

    @Test
    void namesEachWrongCellAndSavesNothing() throws Exception {
        AreaKey gone = testAreas.community(street, 90, "已有社区");
        String table = "编码,名称,上级编码,序号\n"
                + code + "001,桂园社区,,\n"
                + code + "001,又是桂园,,\n"
                + "12345,错码,,\n"
                + code + "003,,,\n"
                + "910199001001,别人的社区,,\n"
                + code + "00401,没有上级的网格,,\n"
                + ",网格," + code + "001,100\n"
                + ",网格," + code + "001,\n"
                + code + "090,另一个名字,,\n"
                + code + "005,上级不符," + code + "001,\n";
        preview(table)
                .andExpect(jsonPath("$.bad").value(9))
                .andExpect(jsonPath("$.fresh").value(1))
                .andExpect(error(3, "编码", "code-twice"))
                .andExpect(error(4, "编码", "code-malformed"))
                .andExpect(error(5, "名称", "name-missing"))
                .andExpect(error(6, "编码", "outside-scope"))
                .andExpect(error(7, "编码", "parent-unknown"))
                .andExpect(error(8, "序号", "number-out-of-range"))
                .andExpect(error(9, "序号", "number-missing"))
                .andExpect(error(10, "名称", "name-differs"))
                .andExpect(error(11, "上级编码", "parent-differs"));
        save(table, false)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/shared/table-rows-bad"))
                .andExpect(jsonPath("$.errors.length()").value(9));
        assertThat(areas.find(AreaKey.parse(code + "001"))).isEmpty();

        save(table, true)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fresh").value(1));
        assertThat(areas.getActive(AreaKey.parse(code + "001")).name()).isEqualTo("桂园社区");
        assertThat(areas.getActive(gone).name()).isEqualTo("已有社区");
    }

    @Test
    void spoilsTheChildrenOfAWrongRow() throws Exception {
        String table = "编码,名称\n" + code + "001,\n" + code + "00101,网格\n";
        preview(table).andExpect(error(3, "编码", "parent-unknown"));
    }

    @Test
    void refusesAFileWithoutTheColumns() throws Exception {
        preview("a,b\n1,2\n")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/shared/table-columns-missing"))
                .andExpect(jsonPath("$.columns").value("上级、序号、名称"));
    }

    @Test
    void refusesATableFromSomebodyWhoMayNotManage() throws Exception {
        Caller worker = people.with("community-worker", street);
        mvc.perform(multipart("/api/area-table-previews")
                        .file(file("编码,名称\n1,2"))
                        .with(as(worker)))
                .andExpect(status().isForbidden());
    }

    @Test
    void takesACityOverFromTheOfficialList() throws Exception {
        Caller city = people.with("district-office", AreaKey.parse("4419"));
        UUID id = Ids.next();
        String body = "{\"id\":\"" + id + "\",\"rootCode\":\"4419\"}";
        official(city, body)
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.total").value(647));
        finished(city, id);

        AreaKey town = AreaKey.parse("441900006");
        assertThat(areas.getActive(town).officialCode()).isEqualTo("441900006000");
        assertThat(areas.getActive(AreaKey.parse("4419")).name()).isEqualTo("东莞市");
        mvc.perform(get("/api/areas?parent=4419&limit=5").with(as(city)))
                .andExpect(jsonPath("$.items[0].level").value("STREET"));
        official(city, body).andExpect(jsonPath("$.state").value("DONE"));
    }

    @Test
    void refusesAnOfficialImportOutsideTheScopeOrUnknown() throws Exception {
        String all = "{\"id\":\"" + Ids.next() + "\",\"rootCode\":null}";
        official(office, all).andExpect(status().isForbidden());
        official(office, all.replace("null", "\"4419\"")).andExpect(status().isForbidden());
        official(office, all.replace("null", "\"9876\""))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/territory/unknown-official-code"));
        mvc.perform(get("/api/official-areas?parent=44").with(as(office)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.code=='4419')].name").value("东莞市"));
        mvc.perform(get("/api/official-areas?parent=4419").with(as(office))).andExpect(jsonPath("$", empty()));
    }

    private void finished(Caller caller, UUID id) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> mvc.perform(get("/api/area-imports/" + id).with(as(caller)))
                        .andExpect(jsonPath("$.state").value("DONE"))
                        .andDo(result -> {
                            String answer = result.getResponse().getContentAsString();
                            assertThat(JsonPath.<Integer>read(answer, "$.done"))
                                    .isEqualTo(JsonPath.<Integer>read(answer, "$.total"));
                        }));
    }

    private ResultActions official(Caller caller, String body) throws Exception {
        return mvc.perform(post("/api/area-imports")
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private static org.springframework.test.web.servlet.ResultMatcher error(int row, String column, String kind) {
        return jsonPath("$.errors[?(@.row==" + row + " && @.column=='" + column + "')].code")
                .value(kind);
    }

    private ResultActions preview(String table) throws Exception {
        return mvc.perform(
                multipart("/api/area-table-previews").file(file(table)).with(as(office)));
    }

    private ResultActions save(String table, boolean goodRows) throws Exception {
        return mvc.perform(multipart("/api/area-table-imports")
                .file(file(table))
                .param("goodRows", Boolean.toString(goodRows))
                .with(as(office)));
    }

    private static MockMultipartFile file(String table) {
        return new MockMultipartFile("file", "areas.csv", "text/csv", table.getBytes(Charset.forName("GB18030")));
    }
}
