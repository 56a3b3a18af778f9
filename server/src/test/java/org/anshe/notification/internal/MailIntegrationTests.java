package org.anshe.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.anshe.notification.Notice;
import org.anshe.notification.internal.DeliveryRepository.Claimed;
import org.anshe.shared.Ids;
import org.anshe.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** E-mail to a real server: once each, at the right time, whatever breaks in between. */
class MailIntegrationTests extends OutboxTest {

    /** 23:00 in Shanghai. */
    private static final Instant NIGHT = Instant.parse("2026-06-01T15:00:00Z");

    private static final Instant SEVEN = Instant.parse("2026-06-01T23:00:00Z");

    @Autowired
    KeepPreferences preferences;

    private static String body(MimeMessage message) throws Exception {
        return message.getContent().toString();
    }

    private void wants(Rhythm rhythm) {
        preferences.keep(
                yun, new Preferences(rhythm, new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), Set.of()));
    }

    /** Everything that is due, as the scheduler does it. */
    private void deliver() {
        outbox.prepare();
        outbox.deliver(Route.mail());
    }

    @Test
    void sendsWhatTheInboxSaysOnceWithAMessageIdForGood() throws Exception {
        String address = address(yun);
        try (MailServer server = new MailServer()) {
            tell(yun, ming);
            deliver();
            deliver();

            List<MimeMessage> received = server.to(address);
            assertThat(received).hasSize(1);
            UUID delivery = sql.queryForObject("select id from notification.delivery", UUID.class);
            assertThat(received.getFirst().getMessageID()).isEqualTo("<" + delivery + "@office.test>");
            assertThat(received.getFirst().getSubject()).isEqualTo("隐患 2026-000123 待核实（青石街道）");
            assertThat(body(received.getFirst()))
                    .contains("请核实是否属实")
                    .contains("请勿回复")
                    .doesNotContain("楼道堆物");
            assertThat(states()).containsExactly("SENT");
        }
    }

    @Test
    void waitsForTheEndOfTheNightUnlessItIsUrgent() throws Exception {
        String address = address(yun);
        try (MailServer server = new MailServer()) {
            clock.set(NIGHT);
            tell(yun);
            notifications.send(
                    notice("hazard.major-reported", Ids.next(), NIGHT, yun).asUrgent());
            deliver();
            assertThat(server.to(address)).hasSize(1);
            assertThat(server.to(address).getFirst().getSubject()).contains("重大隐患");

            clock.set(SEVEN.minusMillis(1));
            deliver();
            assertThat(server.to(address)).hasSize(1);

            clock.set(SEVEN);
            deliver();
            assertThat(server.to(address)).hasSize(2);
        }
    }

    @Test
    void dropsWhatWasReadMeanwhileAndWhatIsNotWanted() throws Exception {
        String address = address(yun);
        try (MailServer server = new MailServer()) {
            clock.set(NIGHT);
            Notice read = tell(yun);
            sql.update("update notification.receipt set read_at = now() where notice_id = ?", read.id());
            preferences.keep(
                    yun,
                    new Preferences(
                            Rhythm.AT_ONCE, null, Set.of(new Preferences.Refusal("hazard.closed", Channel.EMAIL))));
            notifications.send(notice("hazard.closed", Ids.next(), NIGHT, yun));
            clock.set(SEVEN);
            deliver();

            assertThat(server.to(address)).isEmpty();
            assertThat(states()).containsExactly("DROPPED");
        }
    }

    @Test
    void gathersADigestThatComesAfterTheNight() throws Exception {
        String address = address(yun);
        wants(Rhythm.HOURLY);
        try (MailServer server = new MailServer()) {
            clock.set(NIGHT);
            tell(yun);
            clock.advance(Duration.ofMinutes(70));
            tell(yun);
            clock.set(SEVEN.minusMillis(1));
            deliver();
            assertThat(server.to(address)).isEmpty();

            clock.set(SEVEN);
            deliver();
            deliver();

            assertThat(server.to(address)).hasSize(1);
            assertThat(server.to(address).getFirst().getSubject()).isEqualTo("安社：2 条未读通知");
            assertThat(body(server.to(address).getFirst()))
                    .contains("2026-06-01 23:00")
                    .contains("2026-06-02 00:10");
            assertThat(states()).containsExactlyInAnyOrder("DIGESTED", "DIGESTED", "SENT");
        }
    }

    @Test
    void sendsNoDigestWithNothingInIt() throws Exception {
        String address = address(yun);
        wants(Rhythm.DAILY);
        try (MailServer server = new MailServer()) {
            Notice notice = tell(yun);
            sql.update("update notification.receipt set read_at = now() where notice_id = ?", notice.id());
            clock.advance(Duration.ofDays(1));
            deliver();
            clock.advance(Duration.ofDays(1));
            deliver();

            assertThat(server.to(address)).isEmpty();
            assertThat(states()).containsExactly("DROPPED");
        }
    }

    @Test
    void sendsOnceWhatAProcessHadTakenAndNotBegunWhenItStopped() throws Exception {
        String address = address(yun);
        try (MailServer server = new MailServer()) {
            tell(yun);
            assertThat(outbox.claim(Route.mail(), 60)).hasSize(1);
            deliver();
            assertThat(server.to(address)).isEmpty();

            clock.advance(settings.outbox().lease().plusMillis(1));
            deliver();

            assertThat(server.to(address)).hasSize(1);
        }
    }

    /** The window between writing down and finishing: nobody knows whether it went out, so a person decides. */
    @Test
    void sendsNothingAgainThatMayHaveGoneOutUntilSomebodySaysSo() throws Exception {
        String address = address(yun);
        try (MailServer server = new MailServer()) {
            tell(yun);
            Claimed claimed = outbox.claim(Route.mail(), 60).getFirst();
            assertThat(deliveries.beginSending(
                            claimed, clock.instant(), settings.outbox().lease()))
                    .isTrue();
            clock.advance(settings.outbox().lease().plusMillis(1));
            deliver();
            assertThat(stateOf(claimed.id())).isEqualTo("UNCERTAIN");
            assertThat(server.to(address)).isEmpty();

            send(
                            org.springframework.http.HttpMethod.POST,
                            administrator,
                            "/api/notification-deliveries/" + claimed.id() + "/replay",
                            "{}")
                    .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.status()
                            .isNoContent());
            deliver();

            assertThat(server.to(address)).hasSize(1);
            assertThat(server.to(address).getFirst().getMessageID())
                    .contains(claimed.id().toString());
        }
    }

    @Test
    void anOldClaimantIsTooLate() {
        address(yun);
        tell(yun);
        Claimed first = outbox.claim(Route.mail(), 60).getFirst();
        clock.advance(settings.outbox().lease().plusMillis(1));
        deliveries.recover(clock.instant());
        Claimed second = outbox.claim(Route.mail(), 60).getFirst();

        assertThat(deliveries.beginSending(
                        first, clock.instant(), settings.outbox().lease()))
                .isFalse();
        assertThat(deliveries.beginSending(
                        second, clock.instant(), settings.outbox().lease()))
                .isTrue();
        deliveries.finish(first, DeliveryState.FAILED, "late", clock.instant(), null);
        assertThat(stateOf(second.id())).isEqualTo("SENDING");
    }

    @Test
    void severalServersSendEachMessageOnce() throws Exception {
        String address = address(yun);
        for (int i = 0; i < 40; i++) {
            tell(yun);
        }
        try (MailServer server = new MailServer();
                ExecutorService servers = Executors.newFixedThreadPool(3)) {
            CountDownLatch go = new CountDownLatch(1);
            for (int i = 0; i < 3; i++) {
                servers.execute(() -> {
                    try {
                        go.await();
                        while (states().contains("WAITING")) {
                            outbox.deliver(Route.mail());
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            go.countDown();
            servers.shutdown();
            assertThat(servers.awaitTermination(60, java.util.concurrent.TimeUnit.SECONDS))
                    .isTrue();

            List<String> ids = server.to(address).stream()
                    .map(message -> {
                        try {
                            return message.getMessageID();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
            assertThat(ids).hasSize(40).doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsToTheRateOfTheChannel() throws Exception {
        address(yun);
        for (int i = 0; i < 70; i++) {
            tell(yun);
        }
        try (MailServer server = new MailServer()) {
            assertThat(server).isNotNull();
            assertThat(outbox.deliver(Route.mail())).isEqualTo(60);
            clock.advance(Duration.ofSeconds(59));
            assertThat(outbox.deliver(Route.mail())).isZero();
            clock.advance(Duration.ofSeconds(1));
            assertThat(outbox.deliver(Route.mail())).isEqualTo(10);
        }
    }

    @Test
    void triesAgainLaterWhileTheServerIsAwayAndThenGivesUp() {
        address(yun);
        tell(yun);
        Instant begun = clock.instant();
        for (int attempt = 1; attempt <= settings.outbox().tries(); attempt++) {
            assertThat(outbox.deliver(Route.mail())).isEqualTo(1);
            assertThat(outbox.deliver(Route.mail())).isZero();
            clock.advance(settings.outbox().longestPause().multipliedBy(2));
        }

        assertThat(states()).containsExactly("FAILED");
        assertThat(outbox.deliver(Route.mail())).isZero();
        assertThat(clock.instant()).isAfter(begun);
        assertThat(sql.queryForObject("select error from notification.delivery", String.class))
                .contains("Connect");
    }

    @Test
    void waitsTwiceAsLongEachTimeWithinAFifth() {
        assertThat(outbox.pause(1)).isBetween(Duration.ofSeconds(24), Duration.ofSeconds(36));
        assertThat(outbox.pause(3)).isBetween(Duration.ofSeconds(96), Duration.ofSeconds(144));
        assertThat(outbox.pause(30)).isBetween(Duration.ofMinutes(48), Duration.ofMinutes(72));
    }

    /** The server takes the message and dies before it says so. */
    @Test
    void doesNotKnowWhenTheConnectionBreaksAfterTheMessage() throws Exception {
        address(yun);
        tell(yun);
        try (ServerSocket socket = new ServerSocket(TestDatabase.MAIL_PORT, 5, InetAddress.getLoopbackAddress())) {
            Thread dying = Thread.ofVirtual().start(() -> talkUntilTheMessageIsOver(socket));
            outbox.deliver(Route.mail());
            dying.join();
        }

        assertThat(states()).containsExactly("UNCERTAIN");
    }

    private static void talkUntilTheMessageIsOver(ServerSocket socket) {
        try (var talk = socket.accept();
                var in = new BufferedReader(new InputStreamReader(talk.getInputStream(), StandardCharsets.UTF_8))) {
            var out = talk.getOutputStream();
            out.write("220 ready\r\n".getBytes(StandardCharsets.UTF_8));
            boolean message = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (message && line.equals(".")) {
                    return;
                }
                if (!message) {
                    message = line.equalsIgnoreCase("DATA");
                    out.write((message ? "354 go on\r\n" : "250 fine\r\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
