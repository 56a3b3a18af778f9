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

    static final Set<UUID> FAILING = ConcurrentHashMap.newKeySet();
    static final Map<UUID, AtomicInteger> HEARD = new ConcurrentHashMap<>();
    static final Map<UUID, Boolean> SAW_COMMITTED = new ConcurrentHashMap<>();
    private final JdbcTemplate sql;

    FailingListener(JdbcTemplate sql) {
        this.sql = sql;
    }

    @ApplicationModuleListener
    void on(TestHappened event) {
        HEARD.computeIfAbsent(event.id(), any -> new AtomicInteger()).incrementAndGet();
        Integer rows = sql.queryForObject(
                "select count(*) from audit.entry where subject_id = ?",
                Integer.class,
                event.id().toString());
        SAW_COMMITTED.put(event.id(), rows != null && rows == 1);
        if (FAILING.contains(event.id())) {
            throw new IllegalStateException("the printer is on fire");
        }
    }
}
