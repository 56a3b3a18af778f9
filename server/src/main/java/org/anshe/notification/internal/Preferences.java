package org.anshe.notification.internal;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told outside the inbox, which always gets everything.
 *
 * @param quietHours null: no quiet hours
 */
public record Preferences(Rhythm rhythm, @Nullable QuietHours quietHours, Set<Refusal> refused) {

    /** What holds for people who never chose: at once, but not at night. */
    static final Preferences DEFAULT =
            new Preferences(Rhythm.AT_ONCE, new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)), Set.of());

    /** A kind that is not wanted by a channel. */
    public record Refusal(String kind, Channel channel) {}

    public Preferences {
        refused = Set.copyOf(refused);
    }

    boolean wants(String kind, Channel channel) {
        return !refused.contains(new Refusal(kind, channel));
    }

    /** When a message may go out at the earliest; what is urgent does not wait. */
    Instant earliest(Instant moment, boolean urgent) {
        return urgent || quietHours == null ? moment : quietHours.after(moment);
    }
}
