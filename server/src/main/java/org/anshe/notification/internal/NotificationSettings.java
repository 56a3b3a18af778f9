package org.anshe.notification.internal;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this installation tells people things; {@code application.yaml} describes each value.
 *
 * @param background whether this process pushes and delivers; tests do it themselves
 * @param publicUrl address of the console as people reach it, empty for messages without links
 * @param archiveAfter age at which notices leave the inbox for the archive
 * @param dailyAt when daily digests go out, in the office's time
 */
@ConfigurationProperties("anshe.notification")
public record NotificationSettings(
        @DefaultValue("true") boolean background,
        @DefaultValue("") String publicUrl,
        @DefaultValue("90d") Duration archiveAfter,
        @DefaultValue("08:00") LocalTime dailyAt,
        @DefaultValue Outbox outbox,
        @DefaultValue Mail mail,
        @DefaultValue Webhook webhook) {

    /**
     * @param lease how long a claimed message is left to its claimant; longer than any network timeout
     * @param tries how often a message is tried before it counts as failed
     * @param firstPause before the second try; it doubles each time, up to {@code longestPause}
     */
    public record Outbox(
            @DefaultValue("3m") Duration lease,
            @DefaultValue("8") int tries,
            @DefaultValue("30s") Duration firstPause,
            @DefaultValue("1h") Duration longestPause) {}

    /** @param from sender's address; e-mail is on when {@code spring.mail.host} is set */
    public record Mail(
            @DefaultValue("") String from,
            @DefaultValue("60") int perMinute) {}

    /** @param allowPrivate whether webhooks may reach addresses of the own network */
    public record Webhook(@DefaultValue("false") boolean allowPrivate) {}
}
