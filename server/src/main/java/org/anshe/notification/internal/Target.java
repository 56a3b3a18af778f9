package org.anshe.notification.internal;

import java.util.List;
import java.util.UUID;
import org.anshe.notification.Notice;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * Another system that is told by HTTP.
 *
 * @param kinds empty for every kind
 * @param area notices of this area and below; null for those of every area
 * @param template JSON with placeholders, see {@link MessageTemplate}
 * @param dropsRepeats whether it drops what it has had already, by the header Idempotency-Key
 */
public record Target(
        UUID id,
        int version,
        String name,
        Audience audience,
        String url,
        List<String> kinds,
        @Nullable AreaKey area,
        String template,
        int perMinute,
        boolean dropsRepeats,
        boolean enabled) {

    /** Whether a notice is posted once, or once for each recipient. */
    public enum Audience {
        GROUP,
        PERSON
    }

    public Target {
        kinds = List.copyOf(kinds);
    }

    boolean hears(Notice notice) {
        return enabled
                && (kinds.isEmpty() || kinds.contains(notice.kind()))
                && (area == null || area.contains(notice.subject().area()));
    }
}
