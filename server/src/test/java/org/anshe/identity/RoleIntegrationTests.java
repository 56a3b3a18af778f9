package org.anshe.identity;

import static org.hamcrest.Matchers.hasItem;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.TestDatabase;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.annotation.Transactional;

/** Roles are data; somebody always administers. */
@IntegrationTest
class RoleIntegrationTests {

    private static final String NAMES = "{\"zhCN\":\"值班员\",\"zhHant\":\"值班員\",\"en\":\"Duty officer\"}";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate sql;

    private Caller admin = Caller.system("not yet");

    @BeforeEach
    void anAdministratorOfEverything() {
        admin = administrator();
    }

    private Caller administrator() {
        UUID id = Ids.next();
        Caller system = Caller.system("test");
        String login = "a" + id.toString().replace("-", "").substring(12);
        people.register(system, List.of(new People.NewPerson(id, "何川", null, null, login, "Quiet-River-58")));
        people.assign(system, id, "system-administrator", AreaRange.EVERYWHERE, null);
        return people.callerOf(id);
    }

    @Test
    void aNewRoleGivesExactlyItsPermissions() throws Exception {
        UUID role = Ids.next();
        String code = "r" + role.toString().substring(24);
        create(role, code, "\"audit.view\"").andExpect(status().isCreated());
        Caller holder = holder(code);
        mvc.perform(MockMvcRequestBuilders.get("/api/audit-entries").with(TestPeople.as(holder)))
                .andExpect(status().isOk());

        as(HttpMethod.PUT, "/api/roles/" + role, change("\"person.view\"", 0))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(1));

        mvc.perform(MockMvcRequestBuilders.get("/api/audit-entries").with(TestPeople.as(holder)))
                .andExpect(status().isForbidden());
        mvc.perform(MockMvcRequestBuilders.get("/api/people").with(TestPeople.as(holder)))
                .andExpect(status().isOk());
    }

    @Test
    void refusesToOverwriteAnotherAdministratorsChange() throws Exception {
        UUID role = Ids.next();
        create(role, "r" + role.toString().substring(24), "\"audit.view\"");
        as(HttpMethod.PUT, "/api/roles/" + role, change("\"person.view\"", 0)).andExpect(status().isOk());

        as(HttpMethod.PUT, "/api/roles/" + role, change("\"role.view\"", 0))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/shared/conflict"));
    }

    @Test
    void refusesUnknownPermissionsAndTakenCodes() throws Exception {
        create(Ids.next(), "r-unknown", "\"hazard.fly\"")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/identity/no-such-permission"));
        create(Ids.next(), "auditor", "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/identity/role-code-taken"));
    }

    @Test
    void anAdministratorOfOneStreetDoesNotChangeRolesThatApplyEverywhere() throws Exception {
        UUID id = Ids.next();
        Caller system = Caller.system("test");
        people.register(system, List.of(new People.NewPerson(id, "何川", null, null, null, null)));
        people.assign(system, id, "system-administrator", TestPeople.newStreet().range(), null);
        admin = people.callerOf(id);

        create(Ids.next(), "r-street", "\"audit.view\"")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/identity/beyond-own-scope"));
    }

    @Test
    void listsEveryPermissionWithItsModule() throws Exception {
        as(HttpMethod.GET, "/api/permissions", null)
                .andExpect(jsonPath("$[?(@.permission=='audit.view')].module").value(hasItem("audit")));
    }

    /** In a transaction that is rolled back: all other administrators of this database are set aside meanwhile. */
    @Test
    @Transactional
    void theLastAdministratorStays() throws Exception {
        setOthersAside();
        String own = assignmentOf(admin);

        as(HttpMethod.DELETE, "/api/accounts/" + admin.person() + "/assignments/" + own, null)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/identity/last-administrator"));
    }

    @Test
    @Transactional
    void theRoleOfTheLastAdministratorKeepsWhatAdministrationNeeds() throws Exception {
        setOthersAside();
        String roles =
                as(HttpMethod.GET, "/api/roles", null).andReturn().getResponse().getContentAsString();
        List<String> ids = JsonPath.read(roles, "$[?(@.code=='system-administrator')].id");
        List<Integer> versions = JsonPath.read(roles, "$[?(@.code=='system-administrator')].version");

        as(HttpMethod.PUT, "/api/roles/" + ids.getFirst(), change("\"role.manage\"", versions.getFirst()))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/identity/last-administrator"));
    }

    @Test
    @Transactional
    void oneOfTwoAdministratorsMayGo() throws Exception {
        setOthersAside();
        Caller second = administrator();

        as(HttpMethod.POST, "/api/accounts/" + second.person() + "/state", "{\"step\":\"RETIRE\",\"reason\":\"离职\"}")
                .andExpect(status().isNoContent());
    }

    @Test
    void whatAnAdministratorTookAwayStaysAwayAfterARestart() throws Exception {
        sql.update("delete from identity.role_permission where permission = 'session.manage'");
        try {
            catalogue.run(new org.springframework.boot.DefaultApplicationArguments());

            try (var connection = TestDatabase.dataSource().getConnection();
                    var row = connection
                            .createStatement()
                            .executeQuery(
                                    "select count(*) from identity.role_permission where permission = 'session.manage'")) {
                row.next();
                org.assertj.core.api.Assertions.assertThat(row.getInt(1)).isZero();
            }
        } finally {
            sql.update("""
                    insert into identity.role_permission
                    select id, 'session.manage' from identity.role where code = 'system-administrator'
                    """);
        }
    }

    @Autowired
    @org.springframework.beans.factory.annotation.Qualifier("org.anshe.identity.internal.RoleCatalogueRepository") org.springframework.boot.ApplicationRunner catalogue;

    private void setOthersAside() {
        sql.update(
                "update identity.assignment set ended_at = since where ended_at is null and person_id <> ? and area_first = ?",
                admin.person(),
                AreaRange.EVERYWHERE.first());
    }

    private String assignmentOf(Caller person) {
        return String.valueOf(sql.queryForObject(
                "select id from identity.assignment where person_id = ?", UUID.class, person.person()));
    }

    private Caller holder(String role) {
        UUID id = Ids.next();
        Caller system = Caller.system("test");
        people.register(system, List.of(new People.NewPerson(id, "陈舟", null, null, null, null)));
        people.assign(system, id, role, TestPeople.newStreet().range(), null);
        return people.callerOf(id);
    }

    private ResultActions create(UUID id, String code, String permissions) throws Exception {
        return as(
                HttpMethod.POST,
                "/api/roles",
                "{\"id\":\"" + id + "\",\"code\":\"" + code + "\",\"names\":" + NAMES + ",\"permissions\":["
                        + permissions + "]}");
    }

    private static String change(String permissions, int version) {
        return "{\"names\":" + NAMES + ",\"permissions\":[" + permissions + "],\"version\":" + version + "}";
    }

    private ResultActions as(HttpMethod method, String path, @org.jspecify.annotations.Nullable String json)
            throws Exception {
        var request = MockMvcRequestBuilders.request(method, path).with(TestPeople.as(admin));
        return mvc.perform(
                json == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).content(json));
    }
}
