package org.anshe.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anshe.notification.internal.DeliveryRepository.Claimed;
import org.anshe.shared.Ids;
import org.anshe.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Posts to a real web server, and what an administrator sees of them. */
class WebhookIntegrationTests extends OutboxTest {

    private static final String TARGETS = "/api/notification-targets";

    @Autowired
    Clock time;

    @Test
    void postsOneSignedMessageForAGroupOfRecipients() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver()) {
            Target target = target(receiver.url(), Target.Audience.GROUP, false, 60);
            tell(yun, ming);
            outbox.deliver(new Route(target.id()));

            assertThat(receiver.posts()).hasSize(1);
            HttpReceiver.Post post = receiver.posts().getFirst();
            assertThat(json.readTree(post.body()).path("text").asString()).isEqualTo("隐患 2026-000123 待核实（青石街道）");
            String timestamp = Objects.requireNonNull(post.headers().get("x-anshe-timestamp"));
            assertThat(timestamp).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
            assertThat(post.headers().get("x-anshe-signature"))
                    .isEqualTo("sha256="
                            + WebhookChannel.sign(
                                    SECRET.getBytes(StandardCharsets.UTF_8),
                                    timestamp,
                                    post.body().getBytes(StandardCharsets.UTF_8)));
            assertThat(post.headers().get("idempotency-key"))
                    .isEqualTo(json.readTree(post.body()).path("id").asString());
            assertThat(states()).containsExactly("SENT");
        }
    }

    /** Computed apart: printf '0.x' | openssl dgst -sha256 -hmac Jefe. */
    @Test
    void signsMomentAndBody() {
        byte[] key = "Jefe".getBytes(StandardCharsets.UTF_8);

        assertThat(WebhookChannel.sign(key, "0", "x".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("6d15f8f565f81ca17757f8569ccb192a1f1e1b2695979a6115221439a5eb67cb");
    }

    @Test
    void reachesEachPersonWithAPhoneAndNobodyElse() throws Exception {
        sql.update("update identity.person set phone = '13800000001' where id = ?", yun.person());
        try (HttpReceiver receiver = new HttpReceiver()) {
            Target target = target(receiver.url(), Target.Audience.PERSON, false, 60);
            tell(yun, ming);
            outbox.deliver(new Route(target.id()));

            assertThat(receiver.posts()).hasSize(1);
            assertThat(receiver.posts().getFirst().body()).contains("13800000001");
        }
    }

    @Test
    void hearsOnlyItsKindsAndItsArea() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver()) {
            Target elsewhere = new Target(
                    Ids.next(),
                    0,
                    "邻街",
                    Target.Audience.GROUP,
                    receiver.url(),
                    List.of("hazard.closed"),
                    TestPeople.newStreet(),
                    TEMPLATE,
                    60,
                    false,
                    true);
            targets.create(administrator, elsewhere, SECRET);
            Target otherKind = new Target(
                    Ids.next(),
                    0,
                    "只听销号",
                    Target.Audience.GROUP,
                    receiver.url(),
                    List.of("hazard.closed"),
                    community,
                    TEMPLATE,
                    60,
                    false,
                    true);
            targets.create(administrator, otherKind, SECRET);

            tell(yun);
            assertThat(states()).isEmpty();
            notifications.send(notice("hazard.closed", Ids.next(), clock.instant(), yun));
            assertThat(states()).hasSize(1);
        }
    }

    @Test
    void triesAgainAfterRefusalsThatPassAndKeepsTheKey() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver()) {
            Target target = target(receiver.url(), Target.Audience.GROUP, false, 60);
            receiver.answer(503, "busy");
            receiver.answer(200, "{\"errcode\":45009,\"errmsg\":\"too fast\"}");
            tell(yun);
            for (int i = 0; i < 3; i++) {
                outbox.deliver(new Route(target.id()));
                clock.advance(Duration.ofHours(2));
            }

            assertThat(receiver.posts()).hasSize(3);
            assertThat(receiver.posts().stream()
                            .map(post -> post.headers().get("idempotency-key"))
                            .distinct())
                    .hasSize(1);
            assertThat(states()).containsExactly("SENT");
        }
    }

    @Test
    void followsNoRedirectAndTakesARefusalForGood() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver()) {
            Target target = target(receiver.url(), Target.Audience.GROUP, false, 60);
            receiver.answer(302, "");
            receiver.answer(401, "who are you");
            tell(yun);
            tell(yun);
            outbox.deliver(new Route(target.id()));

            assertThat(receiver.posts()).hasSize(2);
            assertThat(states()).containsExactly("FAILED", "FAILED");
        }
    }

    @Test
    void doesNotRepeatWhatMayHaveArrivedUnlessTheReceiverDropsRepeats() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver()) {
            Target careless = target(receiver.url(), Target.Audience.GROUP, false, 60);
            Target careful = target(receiver.url(), Target.Audience.GROUP, true, 60);
            receiver.answer(0, "");
            receiver.answer(0, "");
            tell(yun);
            outbox.deliver(new Route(careless.id()));
            outbox.deliver(new Route(careful.id()));
            clock.advance(Duration.ofHours(2));
            outbox.prepare();
            outbox.deliver(new Route(careless.id()));
            outbox.deliver(new Route(careful.id()));

            assertThat(receiver.posts()).hasSize(3);
            assertThat(states()).containsExactlyInAnyOrder("UNCERTAIN", "SENT");
        }
    }

    @Test
    void aCrashWhileSendingIsRepeatedOnlyWhereRepeatsAreDropped() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver()) {
            Target careful = target(receiver.url(), Target.Audience.GROUP, true, 60);
            tell(yun);
            Claimed claimed = outbox.claim(new Route(careful.id()), 60).getFirst();
            deliveries.beginSending(claimed, clock.instant(), settings.outbox().lease());
            clock.advance(settings.outbox().lease().plusMillis(1));
            outbox.prepare();
            outbox.deliver(new Route(careful.id()));

            assertThat(receiver.posts()).hasSize(1);
            assertThat(receiver.posts().getFirst().headers().get("idempotency-key"))
                    .isEqualTo(claimed.id().toString());
        }
    }

    /** The name was fine when it was saved; what it leads to now is judged by the connection itself. */
    @Test
    void refusesAnAddressThatHasTurnedInward() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver()) {
            Target target = target(receiver.url(), Target.Audience.GROUP, false, 60);
            WebhookChannel strict = new WebhookChannel(targetRepository, new AddressGuard(false), json, time);
            Message message = new Message(
                    Ids.next(), null, "x.y", "a", "b", null, clock.instant(), false, "en", null, null, null);

            Outcome outcome = strict.send(message, target);

            assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
            assertThat(receiver.posts()).isEmpty();
            strict.destroy();
        }
    }

    @Test
    void keepsTheSecretSealedAndNeverShowsIt() throws Exception {
        String id = Ids.next().toString();
        send(HttpMethod.POST, administrator, TARGETS, wanted(id, "http://127.0.0.1/hook", SECRET))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.secret").doesNotExist());
        String answer =
                look(administrator, TARGETS).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        byte[] sealed = sql.queryForObject(
                "select secret from notification.target where id = ?", byte[].class, UUID.fromString(id));

        assertThat(answer).contains(id).doesNotContain(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(targetRepository.secret(UUID.fromString(id))).isEqualTo(SECRET.getBytes(StandardCharsets.UTF_8));
        // Changed without a secret, it keeps the one it has.
        send(HttpMethod.PUT, administrator, TARGETS + "/" + id, details("http://127.0.0.1/other", null, 0))
                .andExpect(status().isOk());
        assertThat(targetRepository.secret(UUID.fromString(id))).isEqualTo(SECRET.getBytes(StandardCharsets.UTF_8));
        send(HttpMethod.PUT, administrator, TARGETS + "/" + id, details("http://127.0.0.1/third", null, 0))
                .andExpect(status().isConflict());
    }

    @Test
    void refusesBadTargetsWithWords() throws Exception {
        String id = Ids.next().toString();
        send(HttpMethod.POST, administrator, TARGETS, wanted(id, "ftp://127.0.0.1/", SECRET))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("/problems/notification/bad-url"));
        send(HttpMethod.POST, administrator, TARGETS, wanted(id, "http://127.0.0.1/", "short"))
                .andExpect(jsonPath("$.type").value("/problems/notification/secret-required"));
        send(
                        HttpMethod.POST,
                        administrator,
                        TARGETS,
                        wanted(id, "http://127.0.0.1/", SECRET).replace("{title}", "{password}"))
                .andExpect(jsonPath("$.type").value("/problems/notification/bad-template"));
        assertThat(states()).isEmpty();
    }

    @Test
    void everyShippedTemplateIsTaken() throws Exception {
        JsonNode templates =
                answer(look(administrator, "/api/notification-setup")).path("templates");

        assertThat(templates.propertyNames()).contains("plain", "wecom", "dingtalk", "sms");
        templates.forEach(template -> MessageTemplate.parse(json, template.asString()));
    }

    @Test
    void isForThoseWhoRunTheServer() throws Exception {
        for (String path : List.of(TARGETS, "/api/notification-setup", "/api/notification-deliveries")) {
            look(yun, path).andExpect(status().isForbidden());
            look(people.with("system-administrator", community), path).andExpect(status().isForbidden());
            look(administrator, path).andExpect(status().isOk());
        }
    }

    @Test
    void showsWhatFailedAndSendsItAgain() throws Exception {
        try (HttpReceiver receiver = new HttpReceiver()) {
            Target target = target(receiver.url(), Target.Audience.GROUP, false, 60);
            receiver.answer(400, "no");
            tell(yun);
            outbox.deliver(new Route(target.id()));
            JsonNode row = answer(look(administrator, "/api/notification-deliveries?state=FAILED"))
                    .at("/items/0");
            assertThat(row.path("targetName").asString()).isEqualTo("群机器人");
            assertThat(row.path("error").asString()).isEqualTo("400 no");
            assertThat(row.path("kindName").asString()).isEqualTo("隐患待核实");

            send(HttpMethod.POST, administrator, "/api/notification-deliveries/replay", "{}")
                    .andExpect(jsonPath("$.count").value(1));
            outbox.deliver(new Route(target.id()));

            assertThat(receiver.posts()).hasSize(2);
            assertThat(states()).containsExactly("SENT");
            send(
                            HttpMethod.POST,
                            administrator,
                            "/api/notification-deliveries/" + row.path("id").asString() + "/replay",
                            "{}")
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("/problems/notification/not-failed"));
        }
    }

    private static String wanted(String id, String url, String secret) {
        return "{\"id\":\"" + id + "\",\"details\":" + details(url, secret, 0) + "}";
    }

    private static String details(String url, @org.jspecify.annotations.Nullable String secret, int version) {
        String shown = secret == null ? "null" : "\"" + secret + "\"";
        return "{\"version\":" + version + ",\"name\":\"群\",\"audience\":\"GROUP\",\"url\":\"" + url
                + "\",\"kinds\":[],\"areaKey\":null,\"template\":\"{\\\"text\\\":\\\"{title}\\\"}\",\"perMinute\":20,"
                + "\"dropsRepeats\":false,\"enabled\":true,\"secret\":" + shown + "}";
    }
}
