package org.anshe.notification.internal;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.identity.LiveSessions;
import org.anshe.notification.Notice;
import org.anshe.notification.NotificationTest;
import org.anshe.shared.Caller;
import org.anshe.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Open pages are told at once, and a broken connection loses nothing. */
class PushIntegrationTests extends NotificationTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    PushNotices push;

    @Autowired
    PushQueries queries;

    @Autowired
    LiveSessions sessions;

    @Autowired
    NoticeWords words;

    @Autowired
    NotificationSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @AfterEach
    void closeAll() {
        push.stop();
        push.push();
    }

    /** What one page has been sent so far. */
    private record Page(MvcResult result) {

        String text() {
            return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        }

        List<String> notices() {
            return all("\"notice\":\"([0-9a-f-]+)\"");
        }

        @Nullable String lastId() {
            List<String> ids = all("(?m)^id:(.+)$");
            return ids.isEmpty() ? null : ids.getLast();
        }

        private List<String> all(String pattern) {
            List<String> found = new ArrayList<>();
            Matcher matcher = Pattern.compile(pattern).matcher(text());
            while (matcher.find()) {
                found.add(matcher.group(1));
            }
            return found;
        }

        Page has(String part) {
            await().atMost(SOON).until(() -> text().contains(part));
            return this;
        }
    }

    private Page open(Caller who, @Nullable String lastId) throws Exception {
        MockHttpServletRequestBuilder stream =
                get("/api/notifications/stream?locale=zh-CN").with(as(who));
        if (lastId != null) {
            stream.header("Last-Event-ID", lastId);
        }
        return new Page(mvc.perform(stream).andExpect(request().asyncStarted()).andReturn());
    }

    @Test
    void tellsThePagesOfTheRecipientAndNoOther() throws Exception {
        Page ofYun = open(yun, null);
        Page ofMing = open(ming, null);
        push.push();
        ofYun.has("event:hello");

        Notice notice = tell(yun);
        push.push();

        ofYun.has(notice.id().toString()).has("隐患 2026-000123 待核实");
        ofMing.has("event:hello");
        assertThat(ofMing.notices()).isEmpty();
        assertThat(ofYun.text()).contains("event:notice");
    }

    @Test
    void tellsNothingOldAndNothingTwice() throws Exception {
        tell(yun);
        Page page = open(yun, null);
        push.push();
        Notice notice = tell(yun);
        push.push();
        push.push();
        page.has(notice.id().toString());
        push.tend();
        page.has(":beat");

        assertThat(page.notices()).containsExactly(notice.id().toString());
    }

    @Test
    void catchesUpAfterABreak() throws Exception {
        Page before = open(yun, null);
        push.push();
        Notice heard = tell(yun);
        push.push();
        before.has(heard.id().toString());
        String lastId = before.lastId();

        Notice missed = tell(yun);
        Notice missedToo = tell(yun);
        Page after = open(yun, lastId);
        Notice meanwhile = tell(yun);
        push.push();
        after.has(meanwhile.id().toString()).has("event:hello");

        assertThat(after.notices())
                .containsExactlyInAnyOrder(
                        missed.id().toString(),
                        missedToo.id().toString(),
                        meanwhile.id().toString());
    }

    /** The order of commits is not that of numbers or times: what began early and ended late is told all the same. */
    @Test
    void losesNothingThatCommitsLate() throws Exception {
        Page page = open(yun, null);
        push.push();
        page.has("event:hello");
        Notice late = notice(clock.instant(), yun);
        try (Connection slow = TestDatabase.dataSource().getConnection()) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute("select pg_current_xact_id()");
                Notice early = tell(yun);
                push.push();
                page.has(early.id().toString());
                statement.execute(insert(late));
                statement.execute("insert into notification.receipt (person_id, notice_id, kind, at) values ('"
                        + yun.person() + "', '" + late.id() + "', '" + late.kind() + "', '" + late.at() + "')");
            }
            push.push();
            assertThat(page.notices()).doesNotContain(late.id().toString());
            String brokenHere = page.lastId();
            slow.commit();
            push.push();
            page.has(late.id().toString());

            Page again = open(yun, brokenHere);
            push.push();
            again.has("event:hello");
            assertThat(again.notices()).containsExactly(late.id().toString());
        }
    }

    private String insert(Notice notice) {
        return "insert into notification.notice (id, kind, subject_kind, subject_id, area_key, facts, urgent, at)"
                + " values ('%s', '%s', 'hazard', '%s', %s, '{\"number\": \"2026-000124\"}', false, '%s')"
                        .formatted(notice.id(), notice.kind(), notice.subject().id(), community, notice.at());
    }

    @Test
    void asksThePageToLookForItselfWhenTooMuchWasMissed() throws Exception {
        Page before = open(yun, null);
        push.push();
        before.has("event:hello");
        transaction.executeWithoutResult(status -> {
            for (int i = 0; i < 101; i++) {
                tell(yun);
            }
        });

        Page after = open(yun, before.lastId());
        push.push();

        after.has("event:missed");
        assertThat(after.notices()).isEmpty();
    }

    @Test
    void takesNoOtherTextForAPosition() throws Exception {
        Page page = open(yun, "1:2:'); drop table notification.receipt; --");
        push.push();

        page.has("event:hello");
    }

    @Test
    void reachesThePagesOfEveryServer() throws Exception {
        PushNotices second = new PushNotices(queries, sessions, words, settings);
        Page here = open(yun, null);
        OpenStream there = second.add(yun.person(), null);
        push.push();
        second.push();

        Notice notice = tell(yun);
        push.push();
        second.push();

        here.has(notice.id().toString());
        assertThat(second.openStreams()).isEqualTo(1);
        assertThat(there.isClosed()).isFalse();
        second.stop();
    }

    @Test
    void endsWithTheSession() {
        String session = UUID.randomUUID().toString();
        sql.update(
                "insert into identity.session values (?, ?, 0, 0, 60, ?, ?)",
                UUID.randomUUID().toString(),
                session,
                clock.millis() + 60_000,
                yun.person().toString());
        OpenStream stream = push.add(yun.person(), session);
        push.push();
        push.tend();
        assertThat(stream.isClosed()).isFalse();
        assertThat(sessions.alive(Set.of(session))).containsExactly(session);

        clock.advance(Duration.ofMinutes(1));
        push.tend();

        assertThat(stream.isClosed()).isTrue();
    }

    @Test
    void asksTheDatabaseNothingWhileNoPageIsOpen() {
        push.push();

        assertThat(push.openStreams()).isZero();
    }
}
