package org.anshe.notification;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells people what happened. */
public interface Notifications {

    /**
     * The executor for listeners that do nothing but send notices: {@code @Async(Notifications.EXECUTOR)} beside
     * {@code @ApplicationModuleListener}. It takes few connections of the pool however many events wait.
     */
    String EXECUTOR = "noticeExecutor";

    /**
     * Puts the notice into the inboxes of its recipients and plans what leaves the building, in the running transaction.
     * Idempotent on the id of the notice for each recipient; people who have left are passed over.
     */
    default void send(Notice notice) {
        sendAll(List.of(notice));
    }

    /**
     * As {@link #send}, for many notices with as few statements as for one.
     *
     * @return everybody who has been told by now, also earlier
     */
    Set<UUID> sendAll(Collection<Notice> notices);
}
