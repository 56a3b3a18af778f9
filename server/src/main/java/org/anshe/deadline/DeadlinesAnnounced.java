package org.anshe.deadline;

import java.time.Instant;
import java.util.List;
import org.anshe.shared.AreaKey;

/**
 * Deadlines of one kind of record that came near or have passed, as many as were announced at once. Each is also
 * announced by itself; this is for whoever does the same for all of them, with one event and few statements.
 *
 * @param subject kind of record, for example {@code hazard}
 */
public record DeadlinesAnnounced(String subject, List<Announced> all) {

    public DeadlinesAnnounced {
        all = List.copyOf(all);
    }

    /** One of them; {@code breached} when it has passed without being met. */
    public record Announced(Deadlines.Key key, AreaKey area, Instant dueAt, boolean breached) {}
}
