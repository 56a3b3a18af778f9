package org.anshe.notification.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One open page. Events wait in a short queue and are written by a virtual thread of its own, so that a slow reader
 * holds up nobody; who falls too far behind is cut off and catches up when the browser connects again.
 */
final class OpenStream {

    private static final int LONGEST_QUEUE = 200;

    private final UUID person;
    private final @Nullable String session;
    private final @Nullable String lastSeen;
    private final String language;
    private final SseEmitter emitter = new SseEmitter(0L);
    private final BlockingQueue<SseEventBuilder> queue = new LinkedBlockingQueue<>(LONGEST_QUEUE);
    private volatile boolean closed;
    private @Nullable Snapshot from;

    /**
     * @param session the log-in it ends with; null only in tests
     * @param lastSeen snapshot up to which the browser has had everything, null at the first connection
     */
    OpenStream(UUID person, @Nullable String session, @Nullable String lastSeen, String language) {
        this.person = person;
        this.session = session;
        this.lastSeen = lastSeen != null && Snapshot.isSnapshot(lastSeen) ? lastSeen : null;
        this.language = language;
        emitter.onCompletion(this::close);
        emitter.onError(failure -> close());
        Thread.ofVirtual().name("notice-stream").start(this::write);
    }

    /** What the page shows at once; the rest it asks for. */
    record Event(UUID notice, String kind, String title, boolean urgent, Instant at) {}

    UUID person() {
        return person;
    }

    @Nullable String session() {
        return session;
    }

    @Nullable String lastSeen() {
        return lastSeen;
    }

    String language() {
        return language;
    }

    SseEmitter emitter() {
        return emitter;
    }

    boolean isClosed() {
        return closed;
    }

    void caughtUp(String snapshot) {
        from = Snapshot.parse(snapshot);
    }

    /** Whether it had this already when it caught up. */
    boolean had(long transaction) {
        return from != null && from.sees(transaction);
    }

    /** @param reached snapshot up to which the browser has had everything with this event; null leaves it as it was */
    void send(String name, @Nullable String reached, Object data) {
        SseEventBuilder event = SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON);
        offer(reached == null ? event : event.id(reached));
    }

    /**
     * Keeps proxies from closing a quiet connection, finds out that a reader has gone, and moves the position on, so
     * that the next catching up looks back a little way only.
     */
    void beat(@Nullable String reached) {
        SseEventBuilder beat = SseEmitter.event().comment("beat");
        offer(reached == null ? beat : beat.id(reached));
    }

    private void offer(SseEventBuilder event) {
        if (!closed && !queue.offer(event)) {
            close();
        }
    }

    void close() {
        closed = true;
        queue.clear();
        queue.offer(SseEmitter.event().comment("end"));
    }

    private void write() {
        try {
            while (!closed) {
                SseEventBuilder event = queue.take();
                if (!closed) {
                    emitter.send(event);
                }
            }
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            closed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
