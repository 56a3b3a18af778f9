package org.anshe.notification;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** Everybody decides how to be told, and at which address. */
class PreferencesIntegrationTests extends NotificationTest {

    private static final String OWN = "/api/account/notification-preferences";

    @Test
    void beginWithTheNightQuietAndEverythingWanted() throws Exception {
        look(yun, OWN)
                .andExpect(jsonPath("$.rhythm").value("AT_ONCE"))
                .andExpect(jsonPath("$.quietHours.from").value("22:00:00"))
                .andExpect(jsonPath("$.quietHours.until").value("07:00:00"))
                .andExpect(jsonPath("$.refused.length()").value(0));
    }

    @Test
    void areKeptForOnePersonAlone() throws Exception {
        String wanted = "{\"rhythm\":\"DAILY\",\"quietHours\":null,"
                + "\"refused\":[{\"kind\":\"hazard.closed\",\"channel\":\"EMAIL\"}]}";
        send(HttpMethod.PUT, yun, OWN, wanted).andExpect(status().isNoContent());
        send(HttpMethod.PUT, yun, OWN, wanted).andExpect(status().isNoContent());

        look(yun, OWN)
                .andExpect(jsonPath("$.rhythm").value("DAILY"))
                .andExpect(jsonPath("$.quietHours").doesNotExist())
                .andExpect(jsonPath("$.refused[0].kind").value("hazard.closed"));
        look(ming, OWN).andExpect(jsonPath("$.rhythm").value("AT_ONCE"));
    }

    @Test
    void refuseWhatMakesNoSense() throws Exception {
        send(
                        HttpMethod.PUT,
                        yun,
                        OWN,
                        "{\"rhythm\":\"DAILY\",\"quietHours\":{\"from\":\"07:00\",\"until\":\"07:00\"},\"refused\":[]}")
                .andExpect(jsonPath("$.type").value("/problems/notification/quiet-span"));
        send(
                        HttpMethod.PUT,
                        yun,
                        OWN,
                        "{\"rhythm\":\"DAILY\",\"refused\":[{\"kind\":\"no.such\",\"channel\":\"EMAIL\"}]}")
                .andExpect(jsonPath("$.type").value("/problems/notification/unknown-kind"));
        send(HttpMethod.PUT, yun, OWN, "{\"rhythm\":\"SOMETIMES\",\"refused\":[]}")
                .andExpect(status().isBadRequest());
    }

    @Test
    void nameTheKindsInTheReadersLanguage() throws Exception {
        look(yun, "/api/notification-kinds")
                .andExpect(jsonPath("$.mail").value(true))
                .andExpect(
                        jsonPath("$.kinds[?(@.kind == 'hazard.closed')].name").value("上报的隐患已销号"));
    }

    @Test
    void anAddressIsCheckedKeptAndTakenAway() throws Exception {
        send(HttpMethod.PUT, yun, "/api/account/email", "{\"email\":\"yun@office.test\"}")
                .andExpect(status().isNoContent());
        for (String bad : new String[] {
            "yun",
            "yun@",
            "@office.test",
            "a b@office.test",
            "a@b@c",
            "a@office.test\\r\\nBcc: x@y.z",
            "<a@office.test>"
        }) {
            send(HttpMethod.PUT, yun, "/api/account/email", "{\"email\":\"" + bad + "\"}")
                    .andExpect(status().isBadRequest());
        }
        look(people.everywhere("system-administrator"), "/api/accounts/" + yun.person())
                .andExpect(jsonPath("$.account.email").value("yun@office.test"));

        send(HttpMethod.PUT, yun, "/api/account/email", "{\"email\":null}").andExpect(status().isNoContent());
        look(administrator, "/api/accounts/" + yun.person())
                .andExpect(jsonPath("$.account.email").doesNotExist());
    }
}
