package org.anshe.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Sessions that are written when something in them changes, and when they were used for the first time in a minute.
 * Otherwise every request would wait for the disk a second time, only to say when it came.
 */
final class QuietSessions<S extends Session> implements FindByIndexNameSessionRepository<QuietSessions.Quiet<S>> {

    /** How old the noted time of use may become; small beside the hours after which a session ends. */
    static final Duration EVERY = Duration.ofMinutes(1);

    private final FindByIndexNameSessionRepository<S> sessions;

    QuietSessions(FindByIndexNameSessionRepository<S> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Quiet<S> createSession() {
        Quiet<S> session = new Quiet<>(sessions.createSession());
        session.changed = true;
        return session;
    }

    @Override
    public void save(Quiet<S> session) {
        if (session.changed) {
            sessions.save(session.kept);
            session.changed = false;
        }
    }

    @Override
    public @Nullable Quiet<S> findById(String id) {
        S found = sessions.findById(id);
        return found == null ? null : new Quiet<>(found);
    }

    @Override
    public void deleteById(String id) {
        sessions.deleteById(id);
    }

    @Override
    public Map<String, Quiet<S>> findByIndexNameAndIndexValue(String name, String value) {
        Map<String, Quiet<S>> quiet = new LinkedHashMap<>();
        sessions.findByIndexNameAndIndexValue(name, value).forEach((id, found) -> quiet.put(id, new Quiet<>(found)));
        return quiet;
    }

    /** A session that knows whether there is anything to write. */
    static final class Quiet<S extends Session> implements Session {

        private final S kept;
        private boolean changed;

        private Quiet(S kept) {
            this.kept = kept;
        }

        @Override
        public void setLastAccessedTime(Instant at) {
            if (!at.isBefore(kept.getLastAccessedTime().plus(EVERY))) {
                kept.setLastAccessedTime(at);
                changed = true;
            }
        }

        @Override
        public String changeSessionId() {
            changed = true;
            return kept.changeSessionId();
        }

        @Override
        public void setAttribute(String name, Object value) {
            kept.setAttribute(name, value);
            changed = true;
        }

        @Override
        public void removeAttribute(String name) {
            kept.removeAttribute(name);
            changed = true;
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            kept.setMaxInactiveInterval(interval);
            changed = true;
        }

        @Override
        public String getId() {
            return kept.getId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return kept.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return kept.getAttributeNames();
        }

        @Override
        public Instant getCreationTime() {
            return kept.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return kept.getLastAccessedTime();
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return kept.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return kept.isExpired();
        }
    }
}
