package org.anshe.notification.internal;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts JSON to targets. Each post carries its moment, an HMAC-SHA256 of moment and body under the target's secret, and
 * an Idempotency-Key that stays the same at every attempt. Redirects are not followed.
 */
@Component
class WebhookChannel implements DisposableBean {

    static final String TIMESTAMP = "X-Anshe-Timestamp";
    static final String SIGNATURE = "X-Anshe-Signature";
    static final String KEY = "Idempotency-Key";
    private static final int LONGEST_ANSWER = 4_096;

    private final TargetRepository targets;
    private final JsonMapper json;
    private final Clock clock;
    private final CloseableHttpClient client;

    WebhookChannel(TargetRepository targets, AddressGuard guard, JsonMapper json, Clock clock) {
        this.targets = targets;
        this.json = json;
        this.clock = clock;
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(guard)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.ofSeconds(5))
                                .setSocketTimeout(Timeout.ofSeconds(15))
                                .build())
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("Anshe")
                .build();
    }

    Outcome send(Message message, Target target) {
        byte[] body = json.writeValueAsBytes(
                MessageTemplate.parse(json, target.template()).fill(values(message)));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpPost post = new HttpPost(target.url());
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        post.setHeader(TIMESTAMP, timestamp);
        post.setHeader(SIGNATURE, "sha256=" + sign(targets.secret(target.id()), timestamp, body));
        post.setHeader(KEY, message.id().toString());
        try {
            return client.execute(post, this::judge);
        } catch (AddressGuard.PrivateAddress e) {
            return new Outcome.Rejected(Outcome.describe(e));
        } catch (ConnectException
                | ConnectTimeoutException
                | UnknownHostException
                | NoRouteToHostException
                | SSLException e) {
            return new Outcome.NotSent(Outcome.describe(e));
        } catch (IOException e) {
            return new Outcome.Unknown(Outcome.describe(e));
        }
    }

    private static Map<String, Object> values(Message message) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", message.id());
        values.put("notice", text(message.notice()));
        values.put("kind", message.kind());
        values.put("title", message.title());
        values.put("body", message.body());
        values.put("link", text(message.link()));
        values.put("at", message.at());
        values.put("urgent", message.urgent());
        values.put("name", text(message.name()));
        values.put("phone", text(message.phone()));
        return values;
    }

    private static Object text(@Nullable Object value) {
        return value == null ? "" : value;
    }

    /** Chat robots answer 200 to what they refuse and say so in {@code errcode}. */
    private Outcome judge(ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        byte[] answer = response.getEntity() == null
                ? new byte[0]
                : response.getEntity().getContent().readNBytes(LONGEST_ANSWER);
        String shown = status + " " + new String(answer, StandardCharsets.UTF_8);
        String error = shown.substring(0, Math.min(shown.length(), 300));
        if (status >= 200 && status < 300) {
            return refusedInside(answer) ? new Outcome.NotSent(error) : new Outcome.Sent();
        }
        boolean later = status == 408 || status == 425 || status == 429 || status >= 500;
        return later ? new Outcome.NotSent(error) : new Outcome.Rejected(error);
    }

    private boolean refusedInside(byte[] answer) {
        try {
            JsonNode tree = json.readTree(answer);
            return tree != null && tree.path("errcode").asInt(0) != 0;
        } catch (JacksonException notJson) {
            return false;
        }
    }

    static String sign(byte[] secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
