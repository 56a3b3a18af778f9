package org.anshe.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.MapSession;

/** A request that only came is not written; whatever else changes is. */
class QuietSessionsTests {

    private final Kept kept = new Kept();
    private final QuietSessions<MapSession> sessions = new QuietSessions<>(kept);
    private String id = "";
    private Instant begun = Instant.EPOCH;

    @BeforeEach
    void aSession() {
        var session = sessions.createSession();
        sessions.save(session);
        id = session.getId();
        begun = session.getLastAccessedTime();
        kept.writes = 0;
    }

    @Test
    void isWrittenWhenItIsMade() {
        sessions.save(sessions.createSession());
        assertThat(kept.writes).isEqualTo(1);
    }

    @Test
    void isNotWrittenAgainWithinAMinute() {
        usedAt(begun.plus(QuietSessions.EVERY).minusMillis(1));
        assertThat(kept.writes).isZero();
    }

    @Test
    void isWrittenOnceAMinuteHasPassed() {
        usedAt(begun.plus(QuietSessions.EVERY));
        assertThat(kept.writes).isEqualTo(1);
        assertThat(found().getLastAccessedTime()).isEqualTo(begun.plus(QuietSessions.EVERY));
    }

    @Test
    void isWrittenWhenSomethingInItChanges() {
        var session = found();
        session.setAttribute("one", "1");
        sessions.save(session);
        session.removeAttribute("one");
        sessions.save(session);
        session.setMaxInactiveInterval(Duration.ofHours(1));
        sessions.save(session);
        session.changeSessionId();
        sessions.save(session);
        assertThat(kept.writes).isEqualTo(4);
        sessions.save(session);
        assertThat(kept.writes).isEqualTo(4);
    }

    @Test
    void oneThatWasEndedIsNotFound() {
        sessions.deleteById(id);
        assertThat(sessions.findById(id)).isNull();
    }

    private void usedAt(Instant at) {
        var session = found();
        session.setLastAccessedTime(at);
        sessions.save(session);
    }

    private QuietSessions.Quiet<MapSession> found() {
        return Objects.requireNonNull(sessions.findById(id));
    }

    /** Keeps sessions in memory and counts how often one is written. */
    private static final class Kept implements FindByIndexNameSessionRepository<MapSession> {
        private final Map<String, MapSession> all = new HashMap<>();
        private int writes;

        @Override
        public MapSession createSession() {
            return new MapSession();
        }

        @Override
        public void save(MapSession session) {
            writes++;
            all.put(session.getId(), new MapSession(session));
        }

        @Override
        public @Nullable MapSession findById(String id) {
            return all.get(id) == null ? null : new MapSession(all.get(id));
        }

        @Override
        public void deleteById(String id) {
            all.remove(id);
        }

        @Override
        public Map<String, MapSession> findByIndexNameAndIndexValue(String name, String value) {
            return all;
        }
    }
}
