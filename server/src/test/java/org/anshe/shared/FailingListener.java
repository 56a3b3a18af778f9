package org.anshe.shared;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Listens to {@link TestHappened} and fails as long as a test wants it to. */
@Component
class FailingListener {

    private final Set<UUID> failing = ConcurrentHashMap.newKeySet();
    private final Map<UUID, Integer> heard = new ConcurrentHashMap<>();
    private final Set<UUID> heardBeforeCommit = ConcurrentHashMap.newKeySet();
    private final JdbcTemplate sql;

    FailingListener(JdbcTemplate sql) {
        this.sql = sql;
    }

    void failFor(UUID id) {
        failing.add(id);
    }

    void recoverFor(UUID id) {
        failing.remove(id);
    }

    int timesHeard(UUID id) {
        return heard.getOrDefault(id, 0);
    }

    /** Whether the event came while the row written with it was not committed yet. */
    boolean heardBeforeCommit(UUID id) {
        return heardBeforeCommit.contains(id);
    }

    @ApplicationModuleListener
    void on(TestHappened event) {
        heard.merge(event.id(), 1, Integer::sum);
        Integer rows = sql.queryForObject(
                "select count(*) from audit.entry where subject_id = ?",
                Integer.class,
                event.id().toString());
        if (rows == null || rows != 1) {
            heardBeforeCommit.add(event.id());
        }
        if (failing.contains(event.id())) {
            throw new IllegalStateException("the printer is on fire");
        }
    }
}
