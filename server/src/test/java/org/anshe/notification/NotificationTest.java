package org.anshe.notification;

import static org.anshe.testing.TestPeople.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.notification.Notice.Subject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What tests of notices share: a community with two people, and something to tell them. */
@IntegrationTest
public abstract class NotificationTest {

    @Autowired
    protected MockMvc mvc;

    @Autowired
    protected JsonMapper json;

    @Autowired
    protected TestPeople people;

    @Autowired
    protected Notifications notifications;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected JdbcTemplate sql;

    protected AreaKey community = TestPeople.community(TestPeople.newStreet(), 1);
    protected Caller yun = Caller.system("not yet");
    protected Caller ming = Caller.system("not yet");
    protected Caller administrator = Caller.system("not yet");

    @BeforeEach
    void people() {
        yun = people.with("community-worker", community);
        ming = people.with("grid-worker", community);
        administrator = people.everywhere("system-administrator");
    }

    protected Notice notice(Instant at, Caller... recipients) {
        return notice("hazard.reported", Ids.next(), at, recipients);
    }

    protected Notice notice(String kind, UUID hazard, Instant at, Caller... recipients) {
        return new Notice(
                kind,
                new Subject("hazard", hazard, community, null),
                at,
                Map.of("number", "2026-000123", "place", "青石街道", "what", "楼道堆物", "dueAt", at, "reason", "不合格"),
                List.of(recipients).stream().map(Caller::person).toList());
    }

    /** Tells them of something that just happened. */
    protected Notice tell(Caller... recipients) {
        Notice notice = notice(clock.instant(), recipients);
        notifications.send(notice);
        return notice;
    }

    protected ResultActions look(Caller who, String path) throws Exception {
        return mvc.perform(get(path).with(as(who)).header("Accept-Language", "zh-CN"));
    }

    protected ResultActions send(HttpMethod method, Caller who, String path, String body) throws Exception {
        return mvc.perform(request(method, path)
                .with(as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    protected JsonNode answer(ResultActions result) throws Exception {
        return json.readTree(result.andReturn().getResponse().getContentAsByteArray());
    }
}
