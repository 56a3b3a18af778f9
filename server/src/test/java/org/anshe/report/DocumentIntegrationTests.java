package org.anshe.report;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.anshe.report.ReportFixtures.Hazard;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class DocumentIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    DSLContext sql;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    @Autowired
    MovableClock clock;

    private AreaKey street = TestPeople.newStreet();
    private AreaKey east = street;
    private Caller office = Caller.system("none");

    @BeforeEach
    void aStreetWithHazards() {
        clock.set(Instant.parse("2026-07-03T02:00:00Z"));
        street = areas.street("青石街道");
        east = areas.community(street, 1, "桂园社区");
        office = people.with("street-office", street);
        ReportFixtures fixtures = new ReportFixtures(sql);
        fixtures.hazard(Hazard.open(east, "fire", Instant.parse("2026-03-01T02:00:00Z"))
                .due(Instant.parse("2026-04-01T02:00:00Z")));
        fixtures.hazard(Hazard.open(east, "gas", Instant.parse("2026-03-02T02:00:00Z"))
                .due(Instant.parse("2026-05-01T02:00:00Z"))
                .closed(Instant.parse("2026-04-02T02:00:00Z"), true));
        fixtures.hazard(Hazard.open(east, "fire", Instant.parse("2025-03-02T02:00:00Z"))
                .closed(Instant.parse("2025-04-02T02:00:00Z"), true));
    }

    private ResultActions create(Caller caller, UUID id, AreaKey area, String from, String to) throws Exception {
        return mvc.perform(post("/api/documents")
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(new Wanted(id, "half-year-briefing", area.toString(), from, to))));
    }

    record Wanted(UUID id, String kind, String area, String from, String to) {}

    private UUID briefing() throws Exception {
        UUID id = Ids.next();
        create(office, id, street, "2026-01-01", "2026-06-30").andExpect(status().isCreated());
        return id;
    }

    private JsonNode show(UUID id) throws Exception {
        return json.readTree(mvc.perform(get("/api/documents/" + id).with(as(office)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    private static String text(JsonNode document) {
        StringBuilder text = new StringBuilder();
        document.get("content")
                .get("sections")
                .forEach(section -> section.get("paragraphs")
                        .forEach(paragraph -> paragraph
                                .get("runs")
                                .forEach(run -> text.append(run.get("text").asString()))));
        return text.toString();
    }

    private byte[] file(UUID id) throws Exception {
        return mvc.perform(get("/api/documents/" + id + "/file").with(as(office)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private ResultActions send(Caller caller, UUID id, String action, String body) throws Exception {
        return mvc.perform(post("/api/documents/" + id + action)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void saysWhatTheFiguresSayAndNothingElse() throws Exception {
        JsonNode document = show(briefing());
        assertThat(document.get("title").asString()).isEqualTo("青石街道2026年上半年安全工作情况汇报");
        assertThat(text(document))
                .contains("2026年上半年，共发现安全隐患2处，比上年同期上升100%，未发现重大隐患。")
                .contains("从领域看，消防1处、燃气1处。")
                .contains("闭环销号1处，隐患整改率50%，按期整改率100%；至期末尚有1处未闭环，其中逾期1处。")
                .contains("部分隐患整改不及时，至期末有1处逾期未闭环，主要在消防领域。")
                .doesNotContain("家次")
                .doesNotContain("专项")
                .doesNotContain("null");
        assertThat(document.get("content")
                        .get("sections")
                        .valueStream()
                        .map(section -> section.get("code").asString()))
                .containsExactly("preamble", "organisation", "hazards", "problems", "next-steps");
    }

    @Test
    void theTasksThatComeNextAreNamedAndNotTheLatest() throws Exception {
        ReportFixtures fixtures = new ReportFixtures(sql);
        UUID campaign = fixtures.campaign(east, "燃气专项", LocalDate.of(2026, 1, 1), null);
        fixtures.campaignTask(campaign, "更换软管", LocalDate.of(2026, 7, 15), null);
        for (int day = 1; day <= 5; day++) {
            fixtures.campaignTask(
                    campaign, "年底第" + day + "项", LocalDate.of(2026, 12, day), Instant.parse("2026-07-01T02:00:00Z"));
        }
        fixtures.campaignTask(campaign, "年底收尾", LocalDate.of(2026, 12, 20), null);

        assertThat(text(show(briefing()))).contains("更换软管").doesNotContain("年底第");
    }

    @Test
    void everyNumberInTheTextOpensAsManyRowsAsItSays() throws Exception {
        JsonNode document = show(briefing());
        int opened = 0;
        for (JsonNode figure : document.get("figures")) {
            if (figure.get("reading").get("numerator").isNull()) {
                continue;
            }
            StringBuilder query = new StringBuilder(
                    "/api/indicators/" + figure.get("indicator").asString()
                            + "/rows?area=" + street + "&from="
                            + figure.get("period").get("from").asString() + "&to="
                            + figure.get("period").get("to").asString() + "&asOf="
                            + document.get("asOf").asString());
            figure.get("filters").forEach(filter -> query.append("&filter=").append(filter.asString()));
            mvc.perform(get(query.toString()).with(as(office)))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.total")
                            .value(figure.get("reading").get("numerator").asInt()));
            opened++;
        }
        assertThat(opened).isGreaterThan(10);
    }

    @Test
    void aLaterChangeDoesNotChangeTheDocumentButShowsInTheComparison() throws Exception {
        UUID id = briefing();
        new ReportFixtures(sql).hazard(Hazard.open(east, "fire", Instant.parse("2026-06-29T02:00:00Z")));
        assertThat(text(show(id))).contains("共发现安全隐患2处");
        mvc.perform(get("/api/documents/" + id + "/figures-today").with(as(office)))
                .andExpect(jsonPath("$.hazards-reported.numerator").value(3));
    }

    @Test
    void theClerkRewritesFreeTextAndFiguresOfUntouchedParagraphsStay() throws Exception {
        UUID id = briefing();
        JsonNode problems = show(id).get("content").get("sections").get(3);
        String kept = problems.get("paragraphs")
                .get(0)
                .get("runs")
                .valueStream()
                .map(run -> run.get("text").asString())
                .reduce("", String::concat);
        String body = json.writeValueAsString(java.util.Map.of("version", 0, "paragraphs", List.of(kept, "二是经费不足。")));
        rewrite(id, "problems", body).andExpect(status().isNoContent());
        JsonNode after = show(id).get("content").get("sections").get(3).get("paragraphs");
        assertThat(after).hasSize(2);
        assertThat(after.get(0)).isEqualTo(problems.get("paragraphs").get(0));
        rewrite(id, "problems", body).andExpect(status().isConflict());
        rewrite(id, "hazards", body.replace("\"version\":0", "\"version\":1"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/report/not-editable"));
    }

    private ResultActions rewrite(UUID id, String section, String body) throws Exception {
        return mvc.perform(put("/api/documents/" + id + "/sections/" + section)
                .with(as(office))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    @Test
    void anIssuedDocumentIsFrozenWithTheHashOfItsFile() throws Exception {
        UUID id = briefing();
        send(office, id, "/issue", "{\"version\":0}").andExpect(status().isNoContent());
        JsonNode issued = show(id);
        byte[] content = file(id);
        assertThat(issued.get("state").asString()).isEqualTo("ISSUED");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                .isEqualTo(issued.get("sha256").asString());
        assertThat(file(id)).isEqualTo(content);
        send(office, id, "/issue", "{\"version\":1}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/report/not-a-draft"));
        rewrite(id, "problems", "{\"version\":1,\"paragraphs\":[]}").andExpect(status().isConflict());
        send(office, id, "/withdrawal", "{\"reason\":\"重复\"}").andExpect(status().isConflict());
        assertThatThrownBy(() -> sql.execute("update report.document set title = '改' where id = ?", id))
                .hasMessageContaining("does not change");
    }

    @Test
    void theFileHoldsTheTextAndTheTable() throws Exception {
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file(briefing())))) {
            List<String> headings = word.getParagraphs().stream()
                    .filter(paragraph -> "Heading1".equals(paragraph.getStyle()))
                    .map(XWPFParagraph::getText)
                    .toList();
            assertThat(headings)
                    .containsExactly("一、加强组织领导，夯实工作基础", "二、深化排查治理，实行闭环管理", "三、存在的主要问题", "四、下一步工作打算", "附表", "主要指标情况表");
            assertThat(word.getTables().getFirst().getText())
                    .contains("发现隐患（处）\t2\t0\t1\t+100%")
                    .contains("按期整改率\t100%\t未统计\t100%\t持平");
        }
    }

    @Test
    void creatingAgainWithTheSameIdMakesOneDocument() throws Exception {
        UUID id = briefing();
        create(office, id, street, "2026-01-01", "2026-06-30").andExpect(status().isCreated());
        mvc.perform(get("/api/documents?area=" + street).with(as(office)))
                .andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void refusesWhatMayNotBe() throws Exception {
        UUID id = briefing();
        mvc.perform(get("/api/documents/" + id)).andExpect(status().isUnauthorized());
        Caller enterprise = people.with("enterprise", null, UUID.randomUUID());
        mvc.perform(get("/api/documents/" + id).with(as(enterprise))).andExpect(status().isForbidden());
        Caller worker = people.with("community-worker", east);
        for (String path : List.of("", "/file", "/figures-today")) {
            mvc.perform(get("/api/documents/" + id + path).with(as(worker))).andExpect(status().isNotFound());
        }
        mvc.perform(get("/api/documents").with(as(worker)))
                .andExpect(jsonPath("$.items.length()").value(0));
        create(worker, Ids.next(), street, "2026-01-01", "2026-06-30")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/report/area-not-covered"));
        create(worker, Ids.next(), TestPeople.newStreet(), "2026-01-01", "2026-06-30")
                .andExpect(status().isNotFound());
        create(office, Ids.next(), street, "2027-01-01", "2027-06-30")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/report/not-begun"));
        UUID own = Ids.next();
        create(worker, own, east, "2026-01-01", "2026-06-30").andExpect(status().isCreated());
        send(worker, own, "/issue", "{\"version\":0}").andExpect(status().isForbidden());
        create(people.with("auditor", street), Ids.next(), street, "2026-01-01", "2026-06-30")
                .andExpect(status().isForbidden());
    }

    @Test
    void aWithdrawnDraftLeavesTheList() throws Exception {
        UUID id = briefing();
        send(office, id, "/withdrawal", "{\"reason\":\"期间选错\"}").andExpect(status().isNoContent());
        mvc.perform(get("/api/documents?area=" + street).with(as(office)))
                .andExpect(jsonPath("$.items.length()").value(0));
        mvc.perform(get("/api/documents?state=WITHDRAWN&area=" + street).with(as(office)))
                .andExpect(jsonPath("$.items[0].id").value(id.toString()));
    }
}
