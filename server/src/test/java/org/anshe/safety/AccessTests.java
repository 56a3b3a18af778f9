package org.anshe.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.identity.People;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.OpenTo.Audience;
import org.anshe.shared.RequiresPermission;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every address of the application asks who calls, and whether that person may. */
@IntegrationTest
class AccessTests {

    private static final Map<String, String> OPEN_TO_EVERYBODY = Map.of(
            "POST /api/session", "this is the log-in",
            "DELETE /api/session", "logging out twice harms nobody",
            "GET /api/setup", "tells whether there is any account",
            "GET /api/paper-verifications/{token}", "tells nothing about persons, and the token cannot be guessed",
            "POST /api/setup", "guarded by the token that is printed at the first start");

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    JsonMapper json;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    private int statusOf(Endpoint endpoint, RequestPostProcessor who) throws Exception {
        String path = endpoint.path();
        for (Endpoint.Variable variable : endpoint.variables()) {
            path = path.replace(variable.text(), "0198aaaa-0000-7000-8000-000000000000");
        }
        return mvc.perform(MockMvcRequestBuilders.request(endpoint.method(), path)
                        .with(who)
                        .contentType(endpoint.consumes())
                        .content("{}"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    @Test
    void nobodyGetsAnythingWithoutLoggingInExceptWhatIsListedHere() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.all(mapping)) {
            boolean open = endpoint.openTo(Audience.EVERYBODY);
            if (open != OPEN_TO_EVERYBODY.containsKey(endpoint.toString())) {
                wrong.add(endpoint + " is " + (open ? "open to everybody without a reason here" : "listed but closed"));
            }
            if (!open) {
                int status = statusOf(endpoint, TestPeople.withToken());
                if (status != 401) {
                    wrong.add(endpoint + " answers " + status + " to somebody who is not logged in");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPersonWithoutAnyRoleIsRefusedEverywhereButAtTheOwnAccount() throws Exception {
        UUID id = Ids.next();
        people.register(Caller.system("test"), List.of(new People.NewPerson(id, "吴桐", null, null, null, null)));
        Caller nobody = people.callerOf(id);
        List<String> wrong = new ArrayList<>();
        for (Endpoint endpoint : Endpoint.all(mapping)) {
            if (!endpoint.open()) {
                int status = statusOf(endpoint, TestPeople.as(nobody));
                if (status != 403) {
                    wrong.add(endpoint + " answers " + status + " to a person without a role");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPermissionAHandlerAsksForCanBeGiven() throws Exception {
        List<String> known = new ArrayList<>();
        for (var file : new org.springframework.core.io.support.PathMatchingResourcePatternResolver()
                .getResources("classpath*:data/permissions/*.json")) {
            known.addAll(json.readValue(file.getInputStream(), new TypeReference<Map<String, Object>>() {})
                    .keySet());
        }
        List<String> asked = Endpoint.all(mapping).stream()
                .map(one -> one.handler().getMethodAnnotation(RequiresPermission.class))
                .filter(permission -> permission != null)
                .map(RequiresPermission::value)
                .distinct()
                .toList();

        assertThat(known).containsAll(asked);
    }
}
