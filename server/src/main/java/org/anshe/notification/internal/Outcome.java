package org.anshe.notification.internal;

/** What became of handing a message to a channel. */
sealed interface Outcome {

    /** The other side has it. */
    record Sent() implements Outcome {}

    /** The other side certainly does not have it, and may take it later. */
    record NotSent(String error) implements Outcome {}

    /** The other side refused it for good. */
    record Rejected(String error) implements Outcome {}

    /** The connection broke after the message was on its way: the other side may have it or not. */
    record Unknown(String error) implements Outcome {}

    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null && text.length() < 400; cause = cause.getCause()) {
            if (!text.isEmpty()) {
                text.append(" ← ");
            }
            text.append(cause.getClass().getSimpleName()).append(": ").append(cause.getMessage());
        }
        return text.substring(0, Math.min(text.length(), 500));
    }
}
