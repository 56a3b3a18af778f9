package org.anshe.identity;

import static org.anshe.testing.TestPeople.as;
import static org.anshe.testing.TestPeople.withToken;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.anshe.identity.People.NewPerson;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest
class LogInIntegrationTests {

    private static final String PASSWORD = "Quiet-River-58";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    TestPeople testPeople;

    @Autowired
    MovableClock clock;

    private String login = "";

    @BeforeEach
    void aPersonWithALogin() {
        UUID id = Ids.next();
        login = "p" + id.toString().replace("-", "").substring(12);
        people.register(Caller.system("test"), List.of(new NewPerson(id, "林青", null, null, login, PASSWORD)));
    }

    @Test
    void opensASessionForTheRightPassword() throws Exception {
        tryLogin(PASSWORD)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.account.name").value("林青"));
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownLoginAlike() throws Exception {
        tryLogin("wrong")
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.type").value("/problems/identity/bad-credentials"));
        login = "nobody-here";
        tryLogin(PASSWORD)
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.type").value("/problems/identity/bad-credentials"));
    }

    @Test
    void locksAtTheFifthFailureForAQuarterOfAnHour() throws Exception {
        for (int i = 0; i < 4; i++) {
            tryLogin("wrong").andExpect(status().isUnauthorized());
        }
        tryLogin("wrong").andExpect(status().isLocked());
        tryLogin(PASSWORD).andExpect(status().isLocked());

        clock.advance(Duration.ofMinutes(15).minusMillis(1));
        tryLogin(PASSWORD).andExpect(status().isLocked());

        clock.advance(Duration.ofMillis(1));
        tryLogin(PASSWORD).andExpect(status().isOk());
    }

    @Test
    void refusesARequestWithoutTheForgeryToken() throws Exception {
        mvc.perform(post("/api/session").contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.type").value("/problems/shared/csrf"));
    }

    @Test
    void tellsWhichFieldsAreMissing() throws Exception {
        mvc.perform(post("/api/session")
                        .with(withToken())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"login\":\"\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[?(@.pointer=='/login')].code").value("required"))
                .andExpect(jsonPath("$.errors[?(@.pointer=='/password')].code").value("required"));
    }

    @Test
    void showsTheCallerOwnPermissions() throws Exception {
        Caller auditor = testPeople.with("auditor", TestPeople.newStreet());

        mvc.perform(get("/api/session")).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/audit-entries").with(as(auditor))).andExpect(status().isOk());
    }

    private ResultActions tryLogin(String password) throws Exception {
        return mvc.perform(post("/api/session")
                .with(withToken())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}"));
    }
}
