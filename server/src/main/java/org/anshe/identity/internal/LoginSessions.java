package org.anshe.identity.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.anshe.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Sessions of a person as they lie in the database. Their own ids are secrets; people see a digest of them. */
@Component
public class LoginSessions {

    /** Session attributes written at log-in. */
    public static final String USER_AGENT = "anshe.userAgent";

    public static final String ADDRESS = "anshe.address";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    LoginSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** One session. {@code id} names it without letting anybody use it. */
    public record LoginSession(
            String id,
            @Nullable String userAgent,
            @Nullable String address,
            Instant startedAt,
            Instant lastUsedAt,
            boolean current) {}

    /** Most recently used first. */
    public List<LoginSession> list(UUID person, String current) {
        return of(person).values().stream()
                .filter(session -> !session.isExpired())
                .map(session -> describe(session, current))
                .sorted(java.util.Comparator.comparing(LoginSession::lastUsedAt).reversed())
                .toList();
    }

    private static LoginSession describe(Session session, String current) {
        return new LoginSession(
                digest(session.getId()),
                session.getAttribute(USER_AGENT),
                session.getAttribute(ADDRESS),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(current));
    }

    void endAll(UUID person) {
        end(person, id -> true);
    }

    void endOthers(UUID person, String current) {
        end(person, id -> !id.equals(current));
    }

    /** False when the person has no such session. */
    boolean endOne(UUID person, String digest) {
        return end(person, id -> digest(id).equals(digest)) > 0;
    }

    private int end(UUID person, Predicate<String> which) {
        List<String> ids = of(person).keySet().stream().filter(which).toList();
        ids.forEach(sessions::deleteById);
        return ids.size();
    }

    private Map<String, ? extends Session> of(UUID person) {
        return sessions.findByPrincipalName(person.toString());
    }

    private static String digest(String id) {
        return Sha256.hex(id).substring(0, 24);
    }
}
