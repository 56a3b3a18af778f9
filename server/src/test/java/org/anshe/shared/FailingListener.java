package org.anshe.shared;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Listens to {@link TestHappened} and fails as long as a test wants it to. */
@Component
class FailingListener {

    final Set<UUID> failing = ConcurrentHashMap.newKeySet();
    final Map<UUID, AtomicInteger> heard = new ConcurrentHashMap<>();
    final Map<UUID, Boolean> sawCommitted = new ConcurrentHashMap<>();
    private final JdbcTemplate sql;

    FailingListener(JdbcTemplate sql) {
        this.sql = sql;
    }

    @ApplicationModuleListener
    void on(TestHappened event) {
        heard.computeIfAbsent(event.id(), any -> new AtomicInteger()).incrementAndGet();
        Integer rows = sql.queryForObject(
                "select count(*) from audit.entry where subject_id = ?",
                Integer.class,
                event.id().toString());
        sawCommitted.put(event.id(), rows != null && rows == 1);
        if (failing.contains(event.id())) {
            throw new IllegalStateException("the printer is on fire");
        }
    }
}
