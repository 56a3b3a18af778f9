package org.anshe.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.anshe.identity.People.NewPerson;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.Browser;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestDatabase;
import org.anshe.testing.TestPeople;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** What people do with their own account, through real sessions. */
@IntegrationTest
class OwnAccountIntegrationTests {

    private static final String PASSWORD = "Quiet-River-58";

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    TestPeople testPeople;

    @Autowired
    MovableClock clock;

    private UUID id = Ids.next();
    private String login = "";

    @BeforeEach
    void aPersonWithALogin() {
        id = Ids.next();
        login = "p" + id.toString().replace("-", "").substring(12);
        people.register(Caller.system("test"), List.of(new NewPerson(id, "林青", null, null, login, PASSWORD)));
    }

    private Browser loggedIn(String agent) throws Exception {
        Browser browser = new Browser(mvc, agent);
        browser.logIn(login, PASSWORD).andExpect(status().isOk());
        return browser;
    }

    @Test
    void loggingInGivesANewSessionWithASafeCookie() throws Exception {
        Browser browser = loggedIn("test");
        Cookie first = Objects.requireNonNull(browser.session());

        assertThat(first.isHttpOnly()).isTrue();
        assertThat(first.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(first.getPath()).isEqualTo("/");

        browser.logIn(login, PASSWORD);
        assertThat(Objects.requireNonNull(browser.session()).getValue()).isNotEqualTo(first.getValue());
        new Browser(mvc, "thief").with(first).get("/api/session").andExpect(status().isUnauthorized());
    }

    @Test
    void aPlantedSessionDoesNotBecomeALoggedInOne() throws Exception {
        Browser thief = new Browser(mvc, "thief");
        Cookie planted = new Cookie("ANSHE_SESSION", "YWJjZGVmZ2gtMTIzNC0xMjM0LTEyMzQtMTIzNDU2Nzg5MGFi");
        Browser victim = new Browser(mvc, "victim").with(planted);

        victim.logIn(login, PASSWORD).andExpect(status().isOk());

        assertThat(Objects.requireNonNull(victim.session()).getValue()).isNotEqualTo(planted.getValue());
        thief.with(planted).get("/api/session").andExpect(status().isUnauthorized());
    }

    @Test
    void theCookieTravelsOnlyEncryptedWhenTheSiteIsEncrypted() throws Exception {
        Cookie cookie = mvc.perform(MockMvcRequestBuilders.post("/api/session")
                        .secure(true)
                        .with(TestPeople.withToken())
                        .contentType("application/json")
                        .content("{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\"}"))
                .andReturn()
                .getResponse()
                .getCookie("ANSHE_SESSION");

        assertThat(Objects.requireNonNull(cookie).getSecure()).isTrue();
    }

    @Test
    void everyAnswerCarriesTheHeadersThatGuardTheBrowser() throws Exception {
        new Browser(mvc, "test")
                .get("/api/setup")
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(header().string("Content-Security-Policy", containsString("frame-ancestors 'none'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe-eval"))));
    }

    @Test
    void anAddressThatGuessedTooOftenWaitsEvenForAnotherAccount() throws Exception {
        Browser guesser = new Browser(mvc, "guesser");
        for (int i = 0; i < 30; i++) {
            guesser.logIn("nobody-" + i, "wrong").andExpect(status().isUnauthorized());
        }

        guesser.logIn(login, PASSWORD)
                .andExpect(status().isTooManyRequests())
                .andExpect(jsonPath("$.type").value("/problems/identity/too-many-attempts"));
        loggedIn("from another address");
    }

    @Test
    void changingThePasswordEndsTheOtherSessions() throws Exception {
        Browser desk = loggedIn("desk");
        Browser phone = loggedIn("phone");

        desk.post("/api/account/password", "{\"current\":\"wrong\",\"next\":\"Quiet-River-60\"}")
                .andExpect(jsonPath("$.type").value("/problems/identity/wrong-password"));
        desk.post("/api/account/password", "{\"current\":\"" + PASSWORD + "\",\"next\":\"short\"}")
                .andExpect(jsonPath("$.type").value("/problems/identity/weak-password"));
        desk.post("/api/account/password", "{\"current\":\"" + PASSWORD + "\",\"next\":\"" + PASSWORD + "\"}")
                .andExpect(jsonPath("$.type").value("/problems/identity/same-password"));
        desk.post("/api/account/password", "{\"current\":\"" + PASSWORD + "\",\"next\":\"Quiet-River-60\"}")
                .andExpect(status().isNoContent());

        desk.get("/api/session").andExpect(status().isOk());
        phone.get("/api/session").andExpect(status().isUnauthorized());
    }

    @Test
    void guessingThePasswordFromAnOpenSessionLocksTheAccount() throws Exception {
        Browser desk = loggedIn("desk");
        for (int i = 0; i < 5; i++) {
            desk.post("/api/account/second-factor/removal", "{\"password\":\"wrong\"}")
                    .andExpect(jsonPath("$.type").value("/problems/identity/wrong-password"));
        }

        desk.post("/api/account/second-factor/removal", "{\"password\":\"" + PASSWORD + "\"}")
                .andExpect(status().isLocked());
        new Browser(mvc, "other").logIn(login, PASSWORD).andExpect(status().isLocked());
    }

    @Test
    void listsSessionsWithTheirDevicesAndEndsOne() throws Exception {
        Browser desk = loggedIn("Desk/1.0");
        Browser phone = loggedIn("Phone/2.0");
        String list = desk.get("/api/account/sessions")
                .andExpect(jsonPath("$", hasSize(2)))
                .andExpect(jsonPath("$[?(@.userAgent=='Desk/1.0')].current").value(true))
                .andExpect(jsonPath("$[?(@.userAgent=='Phone/2.0')].address").value(phone.address()))
                .andExpect(content()
                        .string(not(containsString(
                                Objects.requireNonNull(phone.session()).getValue()))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        List<String> phones = JsonPath.read(list, "$[?(@.userAgent=='Phone/2.0')].id");

        desk.delete("/api/account/sessions/" + phones.getFirst()).andExpect(status().isNoContent());

        phone.get("/api/session").andExpect(status().isUnauthorized());
        desk.get("/api/session").andExpect(status().isOk());
        desk.delete("/api/account/sessions/" + phones.getFirst()).andExpect(status().isNotFound());
    }

    @Test
    void anAdministratorEndsThePersonsSessions() throws Exception {
        var street = TestPeople.newStreet();
        people.assign(Caller.system("test"), id, "grid-worker", street.range(), null);
        Caller admin = testPeople.with("system-administrator", street);
        Browser desk = loggedIn("desk");

        mvc.perform(MockMvcRequestBuilders.get("/api/accounts/" + id + "/sessions")
                        .with(TestPeople.as(admin)))
                .andExpect(jsonPath("$", hasSize(1)));
        mvc.perform(MockMvcRequestBuilders.delete("/api/accounts/" + id + "/sessions")
                        .with(TestPeople.as(admin)))
                .andExpect(status().isNoContent());

        desk.get("/api/session").andExpect(status().isUnauthorized());
    }

    @Test
    void aSecondFactorCountsOnceItIsConfirmedAndUntilItIsSwitchedOff() throws Exception {
        Browser desk = loggedIn("desk");
        String enrolment = desk.post("/api/account/second-factor", "{}")
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.uri").value(containsString("otpauth://totp/Anshe%3A" + login)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String secret = JsonPath.read(enrolment, "$.secret");
        loggedIn("before the confirmation");

        desk.post("/api/account/second-factor/confirmation", "{\"code\":\"000000x\"}")
                .andExpect(jsonPath("$.type").value("/problems/identity/wrong-code"));
        desk.post("/api/account/second-factor/confirmation", "{\"code\":\"" + code(secret) + "\"}")
                .andExpect(status().isNoContent());

        new Browser(mvc, "without")
                .logIn(login, PASSWORD)
                .andExpect(jsonPath("$.type").value("/problems/identity/totp-required"));
        // The code that confirmed the secret is used up.
        withCode(code(secret))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.type").value("/problems/identity/code-refused"));
        clock.advance(Duration.ofSeconds(30));
        withCode(code(secret)).andExpect(status().isOk());

        desk.post("/api/account/second-factor/removal", "{\"password\":\"" + PASSWORD + "\"}")
                .andExpect(status().isNoContent());
        loggedIn("afterwards");
    }

    @Test
    void theSecretLiesEncryptedInTheDatabase() throws Exception {
        Browser desk = loggedIn("desk");
        String secret = JsonPath.read(
                desk.post("/api/account/second-factor", "{}")
                        .andReturn()
                        .getResponse()
                        .getContentAsString(),
                "$.secret");
        desk.post("/api/account/second-factor/confirmation", "{\"code\":\"" + code(secret) + "\"}");

        try (var connection = TestDatabase.dataSource().getConnection();
                var statement = connection.prepareStatement(
                        "select encode(totp_secret, 'hex') from identity.credential where person_id = ?")) {
            statement.setObject(1, id);
            var row = statement.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1))
                    .hasSize(2 * (1 + 12 + 20 + 16))
                    .doesNotContain(java.util.HexFormat.of().formatHex(Base32.decode(secret)));
        }
    }

    @Test
    void remembersTheLanguage() throws Exception {
        Browser desk = loggedIn("desk");

        desk.send(org.springframework.http.HttpMethod.PUT, "/api/account/locale", "{\"locale\":\"zh-Hant\"}")
                .andExpect(status().isNoContent());
        desk.send(org.springframework.http.HttpMethod.PUT, "/api/account/locale", "{\"locale\":\"xx\"}")
                .andExpect(status().isBadRequest());

        desk.get("/api/session").andExpect(jsonPath("$.account.locale").value("zh-Hant"));
    }

    private org.springframework.test.web.servlet.ResultActions withCode(String code) throws Exception {
        return new Browser(mvc, "with")
                .post(
                        "/api/session",
                        "{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\",\"totp\":\"" + code + "\"}");
    }

    private String code(String secret) throws Exception {
        var generator = new TimeBasedOneTimePasswordGenerator();
        return generator.generateOneTimePasswordString(
                new SecretKeySpec(Base32.decode(secret), generator.getAlgorithm()), clock.instant());
    }
}
