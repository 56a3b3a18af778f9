package org.anshe.hazard;

import static org.anshe.testing.TestPeople.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.anshe.testing.TestPictures;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A street of its own with the people of the loop, who act through the API as their browsers do. */
final class HazardStreet {

    final AreaKey street;
    final AreaKey community;
    final Caller worker;
    final Caller office;
    final Caller secondOffice;
    final Caller gridWorker;
    final UUID shop;
    final Caller shopOwner;
    final UUID otherShop;
    final Caller otherOwner;

    private final MockMvc mvc;
    private final JsonMapper json;
    private final Attachments attachments;

    HazardStreet(
            MockMvc mvc, JsonMapper json, Attachments attachments, TestAreas areas, TestPeople people, Units units) {
        this.mvc = mvc;
        this.json = json;
        this.attachments = attachments;
        street = areas.street("青石街道");
        community = areas.community(street, 1, "桂园社区");
        worker = people.with("community-worker", community);
        office = people.with("street-office", street);
        secondOffice = people.with("street-office", street);
        gridWorker = people.with("grid-worker", community);
        shop = unit(units, "桂园小吃店");
        shopOwner = people.with("enterprise", null, shop);
        otherShop = unit(units, "松林五金店");
        otherOwner = people.with("enterprise", null, otherShop);
    }

    private UUID unit(Units units, String name) {
        UUID id = Ids.next();
        units.register(
                Caller.system("test"),
                List.of(new NewUnit(id, name + id, Units.Kind.ENTERPRISE, community, null, null)));
        return id;
    }

    UUID photo(Caller caller) {
        UUID id = Ids.next();
        attachments.store(caller, id, "照片.jpg", new ByteArrayInputStream(TestPictures.jpeg()));
        return id;
    }

    /** A picture of a scene with a number: two of one number look the same. */
    UUID photo(Caller caller, int scene) {
        UUID id = Ids.next();
        attachments.store(caller, id, "照片.jpg", new ByteArrayInputStream(TestPictures.striped(scene)));
        return id;
    }

    /** The body of a report, to be changed by the test. */
    Map<String, Object> report(UUID id) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("id", id);
        report.put("description", "楼道内堆放杂物，堵塞疏散通道");
        report.put("domain", "fire");
        report.put("grade", "GENERAL");
        report.put("source", "PATROL");
        report.put("areaKey", community);
        return report;
    }

    ResultActions send(Caller caller, Map<String, Object> report) throws Exception {
        return mvc.perform(post("/api/hazards")
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(report)));
    }

    ResultActions step(Caller caller, UUID id, String action, Map<String, ?> body) throws Exception {
        Map<String, Object> whole = new LinkedHashMap<>(Map.of("version", version(id)));
        whole.putAll(body);
        return mvc.perform(post("/api/hazards/{id}/{action}", id, action)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(whole)));
    }

    ResultActions look(Caller caller, UUID id) throws Exception {
        return mvc.perform(get("/api/hazards/{id}", id).with(as(caller)));
    }

    ResultActions list(Caller caller, String query) throws Exception {
        return mvc.perform(get("/api/hazards" + query).with(as(caller)));
    }

    JsonNode view(UUID id) throws Exception {
        return json.readTree(look(secondOffice, id).andReturn().getResponse().getContentAsByteArray());
    }

    int version(UUID id) throws Exception {
        JsonNode version = view(id).path("hazard").path("version");
        return version.isMissingNode() ? 1 : version.asInt();
    }

    String state(UUID id) throws Exception {
        return view(id).path("hazard").path("state").asString();
    }

    /** What settles the four elements besides the deadline. */
    static Map<String, Object> elements() {
        return Map.of(
                "measure", "清空楼道并张贴禁令", "responsibleName", "周师傅", "fundingNeeded", false, "contingency", "清理期间安排专人看守");
    }

    /** A body with which the step goes through where the state offers it. */
    Map<String, Object> bodyOf(String action, Caller caller, UUID original) {
        return switch (action) {
            case "confirm", "close", "look-back" -> Map.of();
            case "reject", "hand-back", "return", "reopen" -> Map.of("reason", "理由");
            case "mark-duplicate" -> Map.of("original", original, "reason", "同一处");
            case "assign" -> with(elements(), "unitId", shop);
            case "plan" -> elements();
            case "submit" -> with(with(elements(), "result", "已清理"), "photosAfter", List.of(photo(caller)));
            case "hand-over", "decide-owner" -> Map.of("unitId", otherShop, "reason", "归口");
            case "accept-hand-over" -> Map.of();
            case "refuse-hand-over" -> Map.of("reason", "不归本单位");
            case "fix-on-spot" ->
                Map.of(
                        "measure",
                        "当场清理",
                        "photosBefore",
                        List.of(photo(caller)),
                        "photosAfter",
                        List.of(photo(caller)));
            default -> throw new IllegalArgumentException(action);
        };
    }

    /** What three people judged. */
    static Map<String, Object> judgement() {
        return Map.of(
                "heldOn",
                "2026-03-02",
                "opinion",
                "可能造成群死群伤",
                "judges",
                List.of(Map.of("name", "甲"), Map.of("name", "乙"), Map.of("name", "丙", "standing", "注册安全工程师")));
    }

    static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(body);
        more.put(name, value);
        return more;
    }

    /** A hazard brought into a state by the steps that lead there, taken by people who may. */
    UUID hazardIn(HazardStatus state) throws Exception {
        UUID id = Ids.next();
        switch (state) {
            case REPORTED -> send(worker, report(id));
            case FIXED_ON_SPOT ->
                send(
                        worker,
                        with(
                                with(report(id), "photosBefore", List.of(photo(worker))),
                                "fixedOnSpot",
                                Map.of("measure", "当场清理", "photosAfter", List.of(photo(worker)))));
            case CONFIRMED -> id = after(HazardStatus.REPORTED, office, "confirm");
            case REJECTED -> id = after(HazardStatus.REPORTED, office, "reject");
            case DUPLICATE -> id = after(HazardStatus.REPORTED, office, "mark-duplicate");
            case ASSIGNED -> id = after(HazardStatus.CONFIRMED, office, "assign");
            case SUBMITTED -> id = after(HazardStatus.ASSIGNED, shopOwner, "submit");
            case HANDED_BACK -> id = after(HazardStatus.ASSIGNED, shopOwner, "hand-back");
            case HANDED_OVER -> id = after(HazardStatus.ASSIGNED, office, "hand-over");
            case RETURNED -> id = after(HazardStatus.SUBMITTED, office, "return");
            case CLOSED -> id = after(HazardStatus.SUBMITTED, office, "close");
            case LOOKED_BACK -> id = after(HazardStatus.CLOSED, office, "look-back");
            case REOPENED -> id = after(HazardStatus.CLOSED, office, "reopen");
        }
        if (!state(id).equals(state.name())) {
            throw new IllegalStateException(id + " is " + state(id) + ", not " + state);
        }
        return id;
    }

    private UUID after(HazardStatus before, Caller caller, String action) throws Exception {
        UUID original = action.equals("mark-duplicate") ? hazardIn(HazardStatus.REPORTED) : new UUID(0, 0);
        UUID id = hazardIn(before);
        step(caller, id, action, bodyOf(action, caller, original));
        return id;
    }
}
