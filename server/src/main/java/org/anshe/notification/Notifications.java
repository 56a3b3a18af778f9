package org.anshe.notification;

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
    void send(Notice notice);
}
