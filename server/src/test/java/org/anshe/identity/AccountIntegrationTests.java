package org.anshe.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.Kind;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.Browser;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** An administrator of a street looks after the people of that street. */
@IntegrationTest
class AccountIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestPeople testPeople;

    @Autowired
    TestAreas areas;

    @Autowired
    Units units;

    @Autowired
    People people;

    @Autowired
    org.springframework.jdbc.core.JdbcTemplate sql;

    private final AreaKey street = TestPeople.newStreet();
    private Caller admin = Caller.system("not yet");

    @BeforeEach
    void anAdministratorOfTheStreet() {
        sql.update("insert into identity.role (id, code, names) values (gen_random_uuid(), 'clerk', '{}')"
                + " on conflict do nothing");
        sql.update("insert into identity.role_permission select id, permission from identity.role,"
                + " unnest(array['person.view', 'person.manage']) permission where code = 'clerk'"
                + " on conflict do nothing");
        admin = testPeople.with("clerk", street);
    }

    @Test
    void theInitialPasswordOpensNothingButItsChange() throws Exception {
        UUID id = Ids.next();
        String login = login(id);
        String initial = JsonPath.read(body(create(id, login).andExpect(status().isCreated())), "$.initialPassword");
        Browser browser = new Browser(mvc, "test");
        browser.logIn(login, initial)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.account.mustChangePassword").value(true));

        browser.get("/api/session").andExpect(status().isOk());
        browser.get("/api/account/sessions")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/identity/password-change-due"));
        browser.get("/api/people").andExpect(jsonPath("$.type").value("/problems/identity/password-change-due"));
        browser.post("/api/account/password", change(initial, "Quiet-River-59")).andExpect(status().isNoContent());

        browser.get("/api/account/sessions").andExpect(status().isOk());
        new Browser(mvc, "test").logIn(login, initial).andExpect(status().isUnauthorized());
        new Browser(mvc, "test").logIn(login, "Quiet-River-59").andExpect(status().isOk());
    }

    @Test
    void creatingTwiceWithOneIdMakesOnePersonAndTellsThePasswordOnce() throws Exception {
        UUID id = Ids.next();
        create(id, login(id)).andExpect(jsonPath("$.initialPassword").isNotEmpty());

        create(id, login(id))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.initialPassword").isEmpty());

        as(HttpMethod.GET, "/api/accounts?q=" + login(id), null).andExpect(jsonPath("$.items", hasSize(1)));
    }

    @Test
    void refusesALoginThatIsTakenOrMalformed() throws Exception {
        UUID id = Ids.next();
        create(id, login(id));

        create(Ids.next(), login(id))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/identity/login-taken"));
        create(Ids.next(), "Bad Login")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/identity/bad-login"));
    }

    @Test
    void doesNotShowOrTouchPeopleOfAnotherStreet() throws Exception {
        Caller stranger = testPeople.with("grid-worker", TestPeople.newStreet());
        UUID id = stranger.person();

        as(HttpMethod.GET, "/api/accounts?limit=500", null)
                .andExpect(jsonPath("$.items[*].id", not(hasItem(id.toString()))));
        as(HttpMethod.GET, "/api/people?limit=500", null)
                .andExpect(jsonPath("$.items[*].id", not(hasItem(id.toString()))));
        as(HttpMethod.GET, "/api/accounts/" + id, null).andExpect(status().isNotFound());
        as(HttpMethod.POST, "/api/accounts/" + id + "/password-reset", null).andExpect(status().isNotFound());
        as(HttpMethod.POST, "/api/accounts/" + id + "/state", "{\"step\":\"RETIRE\",\"reason\":\"离职\"}")
                .andExpect(status().isNotFound());
        as(HttpMethod.POST, "/api/accounts", account(Ids.next(), login(Ids.next()), TestPeople.newStreet()))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/identity/beyond-own-scope"));
    }

    @Test
    void putsNobodyIntoAUnitOutsideTheOwnScopeWhateverTheArea() throws Exception {
        UUID near = unit(street);
        UUID far = unit(TestPeople.newStreet());
        UUID id = Ids.next();

        as(HttpMethod.POST, "/api/accounts", inUnit(id, far))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/identity/beyond-own-scope"));
        as(HttpMethod.POST, "/api/accounts", inUnit(id, near)).andExpect(status().isCreated());
        as(HttpMethod.PUT, "/api/accounts/" + id, details(0, "周禾", "\"unitId\":\"" + far + "\","))
                .andExpect(status().isForbidden());
    }

    @Test
    void refusesAChangeOfAPersonThatSomebodyElseChangedMeanwhile() throws Exception {
        UUID id = Ids.next();
        create(id, login(id));
        as(HttpMethod.GET, "/api/accounts/" + id, null)
                .andExpect(jsonPath("$.account.version").value(0));

        as(HttpMethod.PUT, "/api/accounts/" + id, details(0, "周禾苗", "\"phone\":\"13800001234\","))
                .andExpect(status().isNoContent());
        as(HttpMethod.PUT, "/api/accounts/" + id, details(0, "周禾", ""))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));

        as(HttpMethod.GET, "/api/accounts/" + id, null)
                .andExpect(jsonPath("$.account.name").value("周禾苗"))
                .andExpect(jsonPath("$.account.phone").value("13800001234"))
                .andExpect(jsonPath("$.account.version").value(1));
        String facts = sql.queryForObject(
                "select facts from audit.entry where subject_id = ? and action = 'person.change'",
                String.class,
                id.toString());
        assertThat(JsonPath.<List<String>>read(facts, "$.changed")).containsExactly("name", "phone");
        assertThat(facts).doesNotContain("13800001234");
    }

    @Test
    void givesNoRoleBeyondTheOwnAreaAndNothingTheAdministratorLacks() throws Exception {
        UUID id = Ids.next();
        create(id, login(id));
        AreaKey community = TestPeople.community(street, 1);

        assign(id, "auditor", "\"areaKey\":\"" + community + "\"")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/identity/beyond-own-rights"));
        assign(id, "clerk", "\"areaKey\":\"" + TestPeople.newStreet() + "\"")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/identity/beyond-own-scope"));
        assign(id, "clerk", "\"everywhere\":true").andExpect(status().isForbidden());
        assign(id, "clerk", "\"areaKey\":\"" + community + "\"").andExpect(status().isNoContent());

        as(HttpMethod.GET, "/api/accounts/" + id, null)
                .andExpect(jsonPath("$.assignments[0].areaKey").value(community.toString()));
    }

    @Test
    void doesNotTouchThoseWhoMayDoMore() throws Exception {
        Caller auditor = testPeople.with("auditor", street);

        as(HttpMethod.POST, "/api/accounts/" + auditor.person() + "/password-reset", null)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/identity/beyond-own-rights"));
    }

    @Test
    void endingARoleTakesItsPermissionsAtOnceAndKeepsItOnRecord() throws Exception {
        UUID id = Ids.next();
        create(id, login(id));
        assign(id, "clerk", "\"areaKey\":\"" + street + "\"");
        String assignment = JsonPath.read(body(as(HttpMethod.GET, "/api/accounts/" + id, null)), "$.assignments[0].id");

        as(HttpMethod.DELETE, "/api/accounts/" + id + "/assignments/" + assignment, null)
                .andExpect(status().isNoContent());

        assertThat(people.callerOf(id).may("person.manage")).isFalse();
        as(HttpMethod.GET, "/api/accounts/" + id, null)
                .andExpect(jsonPath("$.assignments[0].endedAt").isNotEmpty());
        as(HttpMethod.DELETE, "/api/accounts/" + id + "/assignments/" + assignment, null)
                .andExpect(status().isNotFound());
    }

    @Test
    void disablingEndsTheSessionAndEnablingLetsInAgain() throws Exception {
        UUID id = Ids.next();
        String password = JsonPath.read(body(create(id, login(id))), "$.initialPassword");
        Browser browser = new Browser(mvc, "test");
        browser.logIn(login(id), password).andExpect(status().isOk());

        as(HttpMethod.POST, "/api/accounts/" + id + "/state", "{\"step\":\"DISABLE\",\"reason\":\"休假\"}")
                .andExpect(status().isNoContent());
        browser.get("/api/session").andExpect(status().isUnauthorized());
        new Browser(mvc, "test").logIn(login(id), password).andExpect(status().isUnauthorized());
        as(HttpMethod.GET, "/api/accounts?state=DISABLED&q=" + login(id), null)
                .andExpect(jsonPath("$.items", hasSize(1)));

        as(HttpMethod.POST, "/api/accounts/" + id + "/state", "{\"step\":\"ENABLE\",\"reason\":\"返岗\"}")
                .andExpect(status().isNoContent());
        new Browser(mvc, "test").logIn(login(id), password).andExpect(status().isOk());
    }

    @Test
    void aRetiredPersonKeepsTheNameAndLosesEverythingElse() throws Exception {
        UUID id = Ids.next();
        create(id, login(id));
        assign(id, "clerk", "\"areaKey\":\"" + street + "\"");

        as(HttpMethod.POST, "/api/accounts/" + id + "/state", "{\"step\":\"RETIRE\",\"reason\":\"离职\"}")
                .andExpect(status().isNoContent());

        assertThat(people.find(id)).isPresent();
        as(HttpMethod.GET, "/api/people?limit=500", null)
                .andExpect(jsonPath("$.items[*].id", not(hasItem(id.toString()))));
        as(HttpMethod.GET, "/api/accounts/" + id, null)
                .andExpect(jsonPath("$.account.state").value("RETIRED"))
                .andExpect(jsonPath("$.assignments[0].endedAt").isNotEmpty());
        as(HttpMethod.POST, "/api/accounts/" + id + "/state", "{\"step\":\"ENABLE\",\"reason\":\"返岗\"}")
                .andExpect(status().isConflict());
    }

    @Test
    void administratorsDoNotTouchTheirOwnAccount() throws Exception {
        as(HttpMethod.POST, "/api/accounts/" + admin.person() + "/state", "{\"step\":\"DISABLE\",\"reason\":\"x\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/identity/own-account"));
    }

    @Test
    void pagesThroughManyPeopleWithoutLossOrRepetition() throws Exception {
        List<People.NewPerson> crowd = java.util.stream.IntStream.range(0, 25)
                .mapToObj(i -> new People.NewPerson(Ids.next(), "同名" + i % 3, null, null, null, null))
                .toList();
        people.register(Caller.system("test"), crowd);
        crowd.forEach(one -> people.assign(Caller.system("test"), one.id(), "grid-worker", street.range(), null));

        java.util.Set<String> seen = new java.util.HashSet<>();
        String after = "";
        int rows = 0;
        do {
            String page = body(as(HttpMethod.GET, "/api/people?q=同名&limit=7&after=" + after, null));
            List<String> ids = JsonPath.read(page, "$.items[*].id");
            rows += ids.size();
            seen.addAll(ids);
            after = JsonPath.read(page, "$.next");
        } while (after != null);

        assertThat(seen).hasSize(25);
        assertThat(rows).isEqualTo(25);
    }

    private UUID unit(AreaKey area) {
        areas.register(area, "某街道");
        UUID id = Ids.next();
        units.register(
                Caller.system("test"),
                List.of(new NewUnit(id, "单位" + id.toString().substring(24), Kind.OFFICE, area, null, null)));
        return id;
    }

    private String inUnit(UUID id, UUID unit) {
        return """
                {"id":"%s","name":"周禾","areaKey":"%s","unitId":"%s"}""".formatted(id, street, unit);
    }

    private String details(int version, String name, String more) {
        return """
                {"version":%d,"name":"%s",%s"areaKey":"%s"}""".formatted(version, name, more, street);
    }

    private ResultActions create(UUID id, String login) throws Exception {
        return as(HttpMethod.POST, "/api/accounts", account(id, login, street));
    }

    private ResultActions assign(UUID person, String role, String where) throws Exception {
        return as(
                HttpMethod.POST,
                "/api/accounts/" + person + "/assignments",
                "{\"id\":\"" + Ids.next() + "\",\"role\":\"" + role + "\"," + where + "}");
    }

    private static String account(UUID id, String login, AreaKey area) {
        return """
                {"id":"%s","name":"周禾","login":"%s","areaKey":"%s"}""".formatted(id, login, area);
    }

    private static String change(String current, String next) {
        return "{\"current\":\"" + current + "\",\"next\":\"" + next + "\"}";
    }

    private static String login(UUID id) {
        return "u" + id.toString().replace("-", "").substring(12);
    }

    private ResultActions as(HttpMethod method, String path, @org.jspecify.annotations.Nullable String json)
            throws Exception {
        var request = MockMvcRequestBuilders.request(method, path).with(TestPeople.as(admin));
        return mvc.perform(
                json == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(json));
    }

    private static String body(ResultActions result) throws Exception {
        return result.andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
