package org.anshe.register;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class RegisterTypeIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    TestPeople people;

    @Autowired
    TestAreas areas;

    private RegisterFixtures register = new RegisterFixtures(mvc, json);
    private AreaKey street = AreaKey.parse("91");
    private Caller manager = Caller.system("nobody");
    private String code = "";

    @BeforeEach
    void aManager() {
        register = new RegisterFixtures(mvc, json);
        street = areas.street("青石街道");
        manager = people.everywhere("system-administrator");
        code = "hydrant-" + Ids.next().toString().substring(24);
    }

    private static Map<String, Object> field(String code, String name, String kind) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("code", code);
        field.put("names", Map.of("zh-CN", name));
        field.put("kind", kind);
        field.put("required", false);
        field.put("listed", true);
        field.put("searched", false);
        field.put("personal", false);
        field.put("withdrawn", false);
        field.put("choices", List.of());
        return field;
    }

    private static Map<String, Object> definition(List<Map<String, Object>> fields) {
        Map<String, Object> definition = new LinkedHashMap<>();
        definition.put("names", Map.of("zh-CN", "消防栓"));
        definition.put("icon", "Place");
        definition.put("fields", fields);
        definition.put("hints", List.of());
        definition.put("classRules", List.of());
        return definition;
    }

    @Test
    void aNewTypeNeedsNoCode() throws Exception {
        var body = Map.of("code", code, "definition", definition(List.of(field("pressure", "水压", "number"))));
        register.send(post("/api/register-types"), manager, body)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.definition.names.en").value("消防栓"));
        register.send(post("/api/register-types"), manager, body).andExpect(status().isCreated());
        Map<String, Object> hydrant = new LinkedHashMap<>();
        hydrant.put("id", Ids.next().toString());
        hydrant.put("type", code);
        hydrant.put("name", "青石路 1 号消防栓");
        hydrant.put("area", street.toString());
        hydrant.put("fields", Map.of("pressure", 0.35));
        Caller clerk = people.with("district-office", street);
        UUID id = register.created(clerk, hydrant);
        register.see(clerk, "/api/register-objects/{id}", id)
                .andExpect(jsonPath("$.fields.pressure").value(0.35));
        register.see(manager, "/api/register-types")
                .andExpect(jsonPath("$[?(@.code=='" + code + "')].objects").value(1));
    }

    @Test
    void aRevisionKeepsEveryFieldAndItsKind() throws Exception {
        List<Map<String, Object>> fields = new ArrayList<>(List.of(field("pressure", "水压", "number")));
        register.send(post("/api/register-types"), manager, Map.of("code", code, "definition", definition(fields)));
        register.send(
                        put("/api/register-types/{code}", code),
                        manager,
                        Map.of("version", 1, "definition", definition(List.of(field("pressure", "水压", "text")))))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].code", hasItem("kind-fixed")));
        register.send(
                        put("/api/register-types/{code}", code),
                        manager,
                        Map.of("version", 1, "definition", definition(List.of())))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[*].code", hasItem("field-vanished")));
        fields.add(field("keeper", "管护人", "text"));
        var revision = Map.of("version", 1, "definition", definition(fields));
        register.send(put("/api/register-types/{code}", code), manager, revision)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(2));
        register.send(put("/api/register-types/{code}", code), manager, revision)
                .andExpect(status().isConflict());
    }

    @Test
    void refusesADefinitionThatDoesNotHoldTogether() throws Exception {
        Map<String, Object> choice = field("kind", "类别", "choice");
        Map<String, Object> pattern = field("number", "编号", "text");
        pattern.put("pattern", "([");
        Map<String, Object> personal = field("keeper", "管护人", "text");
        personal.put("personal", true);
        personal.put("searched", true);
        var body = Map.of(
                "code",
                code,
                "definition",
                definition(List.of(choice, pattern, personal, field("name", "名字", "text"))));
        register.send(post("/api/register-types"), manager, body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/register/type-invalid"))
                .andExpect(jsonPath(
                        "$.errors[*].pointer",
                        hasItems("/fields/0/choices", "/fields/1/pattern", "/fields/2/searched", "/fields/3/code")));
    }

    @Test
    void onlyThoseWhoManageTypesMayChangeThem() throws Exception {
        mvc.perform(get("/api/register-types")).andExpect(status().isUnauthorized());
        Caller worker = people.with("community-worker", street);
        register.see(worker, "/api/register-types/lift").andExpect(status().isOk());
        register.see(worker, "/api/register-types/nothing").andExpect(status().isNotFound());
        register.send(post("/api/register-types"), worker, Map.of("code", code, "definition", definition(List.of())))
                .andExpect(status().isForbidden());
    }

    @Test
    void whoManagesTypesInOneDistrictAloneMayNotChangeThem() throws Exception {
        Caller district = people.with("system-administrator", street);
        var body = Map.of("code", code, "definition", definition(List.of()));
        register.send(post("/api/register-types"), district, body)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/register/types-hold-everywhere"));
        register.send(
                        put("/api/register-types/lift"),
                        district,
                        Map.of("version", 1, "definition", definition(List.of())))
                .andExpect(status().isForbidden());
        register.send(post("/api/register-types/lift/retirement"), district, Map.of())
                .andExpect(status().isForbidden());
        register.send(delete("/api/register-types/lift/retirement"), district, Map.of())
                .andExpect(status().isForbidden());
        register.see(district, "/api/register-types/lift")
                .andExpect(jsonPath("$.version").value(1))
                .andExpect(jsonPath("$.retiredAt").doesNotExist());
    }

    @Test
    void evaluatesAFormWithoutSavingIt() throws Exception {
        Caller worker = people.with("community-worker", street);
        register.send(
                        post("/api/register-types/small-premises/evaluation"),
                        worker,
                        Map.of("fields", Map.of("kind", "shop", "floorArea", 300, "threeInOne", true)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.hints[*].code", hasItems("shop-area", "three-in-one")))
                .andExpect(jsonPath("$.proposedClass.supervisionClass").value(1))
                .andExpect(jsonPath("$.errors[*].pointer", hasItem("/fields/operator")));
    }
}
