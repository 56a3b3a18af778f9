package org.anshe.register;

import static org.anshe.testing.TestPeople.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Premises, and how tests speak to the register. */
record RegisterFixtures(MockMvc mvc, JsonMapper json) {

    /** A small shop that is complete. */
    static Map<String, Object> shop(String name, AreaKey area) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", "shop");
        fields.put("operator", "周小满");
        fields.put("operatorPhone", "13912345678");
        fields.put("floorArea", 86);
        fields.put("threeInOne", false);
        Map<String, Object> shop = new LinkedHashMap<>();
        shop.put("id", Ids.next().toString());
        shop.put("type", "small-premises");
        shop.put("name", name);
        shop.put("area", area.toString());
        shop.put("address", "青石路 18 号");
        shop.put("contactName", "陈一禾");
        shop.put("contactPhone", "13800001234");
        shop.put("fields", fields);
        return shop;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> fieldsOf(Map<String, Object> object) {
        return (Map<String, Object>) Objects.requireNonNull(object.get("fields"));
    }

    ResultActions create(Caller caller, Map<String, ?> object) throws Exception {
        return send(post("/api/register-objects"), caller, object);
    }

    /** Registers it and answers its id. */
    UUID created(Caller caller, Map<String, ?> object) throws Exception {
        String body = create(caller, object).andReturn().getResponse().getContentAsString();
        return UUID.fromString(json.readTree(body).required("id").asString());
    }

    ResultActions send(MockHttpServletRequestBuilder request, Caller caller, Object body) throws Exception {
        return mvc.perform(request.with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    ResultActions see(Caller caller, String path, Object... values) throws Exception {
        return mvc.perform(get(path, values).with(as(caller)));
    }
}
