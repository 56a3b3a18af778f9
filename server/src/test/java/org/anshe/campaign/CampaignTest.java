package org.anshe.campaign;

import static org.anshe.testing.TestPeople.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestDatabase;
import org.anshe.testing.TestPeople;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A street with an office, a community, and the people that campaign tests need. */
@IntegrationTest
abstract class CampaignTest {

    static final Caller SYSTEM = Caller.system("test");

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    @Autowired
    Units units;

    @Autowired
    MovableClock clock;

    @Autowired
    JsonMapper json;

    final DSLContext sql = DSL.using(TestDatabase.dataSource(), SQLDialect.POSTGRES);

    AreaKey street = AreaKey.parse("910101");
    AreaKey community = street;
    UUID office = Ids.next();
    UUID communityUnit = Ids.next();
    Caller officer = SYSTEM;
    Caller worker = SYSTEM;
    Caller stranger = SYSTEM;

    @BeforeEach
    void aStreet() {
        clock.set(MovableClock.START);
        street = areas.street("青石街道");
        community = areas.community(street, 1, "桂园社区");
        AreaKey otherCommunity = areas.community(street, 2, "松岭社区");
        office = unit("青石街道安全办公室", Units.Kind.OFFICE, street);
        communityUnit = unit("桂园社区居民委员会", Units.Kind.COMMUNITY, community);
        officer = people.with("street-office", street);
        worker = people.with("community-worker", community, null);
        stranger = people.with("community-worker", otherCommunity, null);
    }

    @AfterEach
    void clockBack() {
        clock.set(MovableClock.START);
    }

    UUID unit(String name, Units.Kind kind, AreaKey area) {
        UUID id = Ids.next();
        units.register(SYSTEM, List.of(new NewUnit(id, name, kind, area, null, null)));
        return id;
    }

    ResultActions upload(Caller caller, UUID id, AreaKey area, String name, byte[] content) throws Exception {
        return mvc.perform(multipart("/api/plan-documents")
                .file(new MockMultipartFile("file", name, null, content))
                .param("id", id.toString())
                .param("area", area.toString())
                .with(as(caller)));
    }

    UUID uploaded(List<String> paragraphs) throws Exception {
        UUID id = Ids.next();
        upload(officer, id, street, "plan.docx", PlanFiles.docx(paragraphs)).andExpect(status().isCreated());
        return id;
    }

    JsonNode read(Caller caller, String address) throws Exception {
        String body = mvc.perform(get(address).with(as(caller)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return json.readTree(body);
    }

    JsonNode plan(UUID id) throws Exception {
        return read(officer, "/api/plan-documents/" + id);
    }

    JsonNode campaign(UUID id) throws Exception {
        return read(officer, "/api/campaigns/" + id);
    }

    ResultActions asGet(Caller caller, String address) throws Exception {
        return mvc.perform(get(address).with(as(caller)));
    }

    ResultActions asPost(Caller caller, String address, Map<String, ?> body) throws Exception {
        return send(post(address), caller, body);
    }

    ResultActions asPut(Caller caller, String address, Map<String, ?> body) throws Exception {
        return send(put(address), caller, body);
    }

    ResultActions asPatch(Caller caller, String address, Map<String, ?> body) throws Exception {
        return send(patch(address), caller, body);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, Caller caller, Map<String, ?> body)
            throws Exception {
        return mvc.perform(request.with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    List<JsonNode> findings(JsonNode plan, String kind) {
        return list(plan.path("findings")).stream()
                .filter(finding -> finding.path("kind").stringValue().equals(kind))
                .toList();
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode array, String field) {
        return list(array).stream()
                .map(node -> node.path(field).isString()
                        ? node.path(field).stringValue()
                        : node.path(field).toString())
                .toList();
    }

    ResultActions decide(UUID plan, JsonNode finding, String decision) throws Exception {
        return asPatch(
                officer,
                "/api/plan-documents/" + plan + "/findings/"
                        + finding.path("id").stringValue(),
                Map.of("version", finding.path("version").intValue(), "decision", decision));
    }

    void acceptAll(UUID plan) throws Exception {
        asPost(officer, "/api/plan-documents/" + plan + "/decisions", Map.of("decision", "ACCEPTED"))
                .andExpect(status().isOk());
    }

    ResultActions confirm(UUID plan, UUID campaign, int version) throws Exception {
        return asPost(officer, "/api/plan-documents/" + plan + "/confirmation", confirmation(campaign, version));
    }

    Map<String, Object> confirmation(UUID campaign, int version) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("campaignId", campaign);
        body.put("version", version);
        body.put("title", "瓶装气安全专项行动");
        body.put("area", street.toString());
        body.put("leadUnitId", office);
        return body;
    }

    /** A running campaign of everything the gas plan says. */
    UUID runningCampaign() throws Exception {
        UUID document = uploaded(PlanFiles.GAS);
        acceptAll(document);
        UUID campaign = Ids.next();
        confirm(document, campaign, plan(document).path("version").intValue()).andExpect(status().isCreated());
        return campaign;
    }

    int count(String table, UUID campaign) {
        Integer rows = sql.fetchCount(DSL.selectOne()
                .from(DSL.table("campaign." + table))
                .where(DSL.field("campaign_id", UUID.class).eq(campaign)));
        return rows;
    }

    @Nullable String dueOf(UUID task) {
        return sql.fetchOptional(
                        "select due_at from deadline.running_deadline where subject = 'campaign-task' and subject_id = ?",
                        task)
                .map(row -> String.valueOf(row.get(0)))
                .orElse(null);
    }
}
