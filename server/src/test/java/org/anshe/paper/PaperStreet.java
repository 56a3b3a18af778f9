package org.anshe.paper;

import static org.anshe.testing.TestPeople.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A street whose office issues papers, and the people around them, who act through the API. */
final class PaperStreet {

    static final String ORGAN = "青石街道安全生产监督管理办公室";

    final AreaKey street;
    final AreaKey community;
    final Caller office;
    final Caller worker;
    final UUID organ = Ids.next();
    final UUID shop = Ids.next();
    final Caller shopOwner;

    private final MockMvc mvc;
    private final JsonMapper json;
    private final Papers papers;

    PaperStreet(MockMvc mvc, JsonMapper json, Papers papers, TestAreas areas, TestPeople people, Units units)
            throws Exception {
        this.mvc = mvc;
        this.json = json;
        this.papers = papers;
        street = areas.street("青石街道");
        community = areas.community(street, 1, "桂园社区");
        Caller system = Caller.system("test");
        units.register(
                system,
                List.of(
                        new NewUnit(organ, ORGAN, Units.Kind.OFFICE, street, null, null),
                        new NewUnit(shop, "桂园小吃店" + shop, Units.Kind.ENTERPRISE, community, null, null)));
        office = people.with("street-office", street);
        worker = people.with("community-worker", community);
        shopOwner = people.with("enterprise", null, shop);
        setUp(office, 0, "青安").andExpect(status().isNoContent());
    }

    ResultActions setUp(Caller caller, int version, String abbreviation) throws Exception {
        return send(
                caller,
                put("/api/paper-organs/" + organ),
                Map.of("version", version, "name", ORGAN, "abbreviation", abbreviation));
    }

    ResultActions send(
            Caller caller,
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request,
            Map<String, ?> body)
            throws Exception {
        return mvc.perform(request.with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    /** A draft of an order to rectify with these facts besides the unit and the deadline. */
    UUID draft(Map<String, String> more, int rows) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("recipient", "桂园小吃店");
        values.put("deadline", "2026-09-30");
        values.putAll(more);
        List<Map<String, String>> table = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            table.add(Map.of("problem", "第" + i + "处：楼道内堆放杂物，堵塞疏散通道，影响人员疏散", "place", "一楼楼道"));
        }
        return draft("order-to-rectify", values, table);
    }

    UUID draft(String kind, Map<String, String> values, List<Map<String, String>> rows) {
        UUID id = Ids.next();
        papers.draft(office, id, kind, organ, subject(), new Papers.Facts(values, rows));
        return id;
    }

    Papers.Subject subject() {
        return new Papers.Subject("hazard", Ids.next(), community, shop, "2026-000001", "hazard.view");
    }

    JsonNode view(UUID id) throws Exception {
        return json.readTree(get(office, "/api/papers/" + id)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }

    int version(UUID id) throws Exception {
        return view(id).get("version").asInt();
    }

    ResultActions get(Caller caller, String path) throws Exception {
        return mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path)
                .with(as(caller)));
    }

    byte[] file(UUID id, String format) throws Exception {
        return get(office, "/api/papers/" + id + "/" + format)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    ResultActions step(Caller caller, UUID id, String step, Map<String, ?> body) throws Exception {
        Map<String, Object> whole = new LinkedHashMap<>(Map.of("version", version(id)));
        whole.putAll(body);
        return send(caller, post("/api/papers/" + id + "/" + step), whole);
    }

    ResultActions change(Caller caller, UUID id, Map<String, String> values) throws Exception {
        return send(
                caller, put("/api/papers/" + id), Map.of("version", version(id), "values", values, "rows", List.of()));
    }

    ResultActions sign(UUID id, String place, String name) throws Exception {
        return step(
                office,
                id,
                "signatures",
                Map.of("id", Ids.next(), "place", place, "name", name, "way", "DRAWN", "image", picture(120, 60)));
    }

    ResultActions setStamp(Caller caller, String image) throws Exception {
        return send(caller, put("/api/paper-organs/" + organ + "/stamp"), Map.of("image", image));
    }

    ResultActions removeStamp(Caller caller) throws Exception {
        return mvc.perform(delete("/api/paper-organs/" + organ + "/stamp").with(as(caller)));
    }

    ResultActions issue(UUID id) throws Exception {
        return step(office, id, "issue", Map.of());
    }

    /** Signs and issues; the number as printed. */
    String issued(UUID id) throws Exception {
        sign(id, "inspector", "沈一鸣").andExpect(status().isNoContent());
        issue(id).andExpect(status().isOk());
        return view(id).get("number").asString();
    }

    /** PNG in Base64 with a stroke on it. */
    static String picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        pen.drawLine(2, height / 2, width - 3, height / 3);
        pen.dispose();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", out);
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
