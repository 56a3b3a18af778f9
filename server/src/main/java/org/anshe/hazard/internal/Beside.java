package org.anshe.hazard.internal;

import java.util.Locale;
import org.anshe.deadline.Deadlines;

/** Deadlines of a hazard beside its clock. */
enum Beside {
    /** An extension is to be decided. */
    EXTENSION,
    /** A hand-over or a report up is to be answered. */
    TRANSFER,
    /** The next rung of the ladder. */
    LADDER,
    /** A major hazard is to be reported to the authority. */
    MAJOR_REPORT,
    /** A listing is to be published, decided, verified or its end published. */
    LISTING,
    /** The term of a listed hazard. */
    LISTING_TERM;

    Deadlines.Key of(Hazard hazard) {
        return new Deadlines.Key(Hazard.KIND, hazard.id(), code());
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
