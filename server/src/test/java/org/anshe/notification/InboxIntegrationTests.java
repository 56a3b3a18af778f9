package org.anshe.notification;

import static org.anshe.testing.TestPeople.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Everybody has an inbox, and nobody sees another's. */
class InboxIntegrationTests extends NotificationTest {

    private static final String INBOX = "/api/notifications";

    @Test
    void isNobodysWithoutLoggingIn() throws Exception {
        mvc.perform(get(INBOX).with(withToken())).andExpect(status().isUnauthorized());
        mvc.perform(get(INBOX + "/stream").with(withToken())).andExpect(status().isUnauthorized());
    }

    @Test
    void showsEachRecipientTheNoticeInTheOwnLanguageAndOthersNothing() throws Exception {
        Notice notice = tell(yun, ming);

        look(yun, INBOX)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].id").value(notice.id().toString()))
                .andExpect(jsonPath("$.items[0].title").value("隐患 2026-000123 待核实（青石街道）"))
                .andExpect(jsonPath("$.items[0].page")
                        .value("/hazards/" + notice.subject().id()))
                .andExpect(jsonPath("$.items[0].readAt").doesNotExist());
        mvc.perform(get(INBOX).with(TestPeople.as(ming)).header("Accept-Language", "en"))
                .andExpect(jsonPath("$.items[0].title").value("Hazard 2026-000123 is to be confirmed (青石街道)"));
        look(administrator, INBOX).andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void tellsNobodyTwiceHoweverOftenTheSameIsSent() throws Exception {
        Notice notice = notice(clock.instant(), yun);
        notifications.send(notice);
        notifications.send(notice);
        notifications.send(notice("hazard.reported", notice.subject().id(), notice.at(), yun, ming));

        look(yun, INBOX).andExpect(jsonPath("$.items.length()").value(1));
        look(ming, INBOX).andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void passesOverPeopleWhoHaveLeft() {
        sql.update("update identity.person set retired_at = now() where id = ?", ming.person());

        Notice notice = tell(yun, ming);

        assertThat(sql.queryForList(
                        "select person_id from notification.receipt where notice_id = ?", UUID.class, notice.id()))
                .containsExactly(yun.person());
    }

    @Test
    void countsWhatIsUnreadAndRemembersTheFirstReading() throws Exception {
        Notice first = tell(yun, ming);
        tell(yun);
        look(yun, INBOX + "/summary").andExpect(jsonPath("$.unread").value(2));

        read(yun, first.id()).andExpect(jsonPath("$.count").value(1));
        Instant readAt = clock.instant();
        clock.advance(Duration.ofMinutes(5));
        read(yun, first.id()).andExpect(jsonPath("$.count").value(0));

        look(yun, INBOX + "/summary")
                .andExpect(jsonPath("$.unread").value(1))
                .andExpect(jsonPath("$.newest.length()").value(2));
        look(yun, INBOX + "?unread=true").andExpect(jsonPath("$.items.length()").value(1));
        JsonNode items = answer(look(yun, INBOX)).path("items");
        assertThat(items.valueStream().map(item -> item.path("readAt").asString("")))
                .contains(readAt.toString());
        look(ming, INBOX + "/summary").andExpect(jsonPath("$.unread").value(1));
    }

    @Test
    void readsNothingThatIsAnothers() throws Exception {
        Notice notice = tell(yun);

        read(ming, notice.id()).andExpect(jsonPath("$.count").value(0));

        look(yun, INBOX + "/summary").andExpect(jsonPath("$.unread").value(1));
    }

    @Test
    void readsAllUpToTheNewestThatWasSeen() throws Exception {
        tell(yun);
        Instant seen = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        tell(yun);

        send(HttpMethod.POST, yun, INBOX + "/read-all", "{\"upTo\":\"" + seen + "\"}")
                .andExpect(jsonPath("$.count").value(1));

        look(yun, INBOX + "/summary").andExpect(jsonPath("$.unread").value(1));
    }

    @Test
    void pagesByKeysetAndFiltersByKind() throws Exception {
        for (int i = 0; i < 5; i++) {
            // Two of each moment, so that the id has to decide.
            Instant at = clock.instant().minusSeconds(i / 2);
            notifications.send(notice("hazard.reported", Ids.next(), at, yun));
            notifications.send(notice("hazard.closed", Ids.next(), at, yun));
        }
        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = answer(look(yun, INBOX + "?kind=hazard.closed&limit=2" + after));
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        look(yun, INBOX + "?after=nonsense").andExpect(status().isBadRequest());
    }

    @Test
    void archivesByAgeAndDeletesNothing() throws Exception {
        Notice old = tell(yun);
        clock.advance(Duration.ofDays(90));
        look(yun, INBOX).andExpect(jsonPath("$.items.length()").value(1));
        clock.advance(Duration.ofMillis(1));

        look(yun, INBOX).andExpect(jsonPath("$.items.length()").value(0));
        look(yun, INBOX + "/summary").andExpect(jsonPath("$.unread").value(0));
        look(yun, INBOX + "?archived=true")
                .andExpect(jsonPath("$.items[0].id").value(old.id().toString()));
    }

    @Test
    void showsReceiptsToThoseWhoMaySeeThemWithinTheirScope() throws Exception {
        Notice notice = tell(yun, ming);
        read(ming, notice.id());
        String receipts = "/api/notification-receipts?subject=hazard&subjectId="
                + notice.subject().id();

        JsonNode page = answer(look(yun, receipts + "&limit=1"));
        JsonNode rest =
                answer(look(yun, receipts + "&after=" + page.path("next").asString()));
        assertThat(page.path("items").size() + rest.path("items").size()).isEqualTo(2);
        List<String> read = new ArrayList<>();
        for (JsonNode one : List.of(page, rest)) {
            one.path("items").forEach(row -> {
                if (!row.path("readAt").isNull()) {
                    read.add(row.path("personName").asString());
                }
            });
        }
        assertThat(read).containsExactly(ming.name());

        Caller neighbour = people.with(
                "community-worker", TestPeople.community(community.at(org.anshe.shared.AreaLevel.STREET), 2));
        look(neighbour, receipts).andExpect(jsonPath("$.items.length()").value(0));
        look(ming, receipts).andExpect(status().isForbidden());
    }

    @Test
    void refusesBadInput() throws Exception {
        send(HttpMethod.POST, yun, INBOX + "/read", "{\"ids\":null}").andExpect(status().isBadRequest());
        send(HttpMethod.POST, yun, INBOX + "/read-all", "{}").andExpect(status().isBadRequest());
    }

    private org.springframework.test.web.servlet.ResultActions read(Caller who, UUID notice) throws Exception {
        return send(HttpMethod.POST, who, INBOX + "/read", "{\"ids\":[\"" + notice + "\"]}");
    }
}
