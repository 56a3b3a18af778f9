package org.anshe.notification.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way out of the building, with a rate of its own.
 *
 * @param target null for e-mail
 */
record Route(@Nullable UUID target) {

    static final String EMAIL = "EMAIL";
    static final String WEBHOOK = "WEBHOOK";

    static Route mail() {
        return new Route(null);
    }

    String channel() {
        return target == null ? EMAIL : WEBHOOK;
    }
}
