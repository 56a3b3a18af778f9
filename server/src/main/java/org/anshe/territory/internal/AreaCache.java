package org.anshe.territory.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.anshe.shared.AreaKey;
import org.anshe.territory.Areas.Area;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Areas by key, for names in lists. It forgets everything when this process changes an area, and each area after half a
 * minute, so that other processes on the same database are followed as well.
 */
@Component
class AreaCache {

    private static final int LARGEST = 20_000;
    private static final long LIFE = TimeUnit.SECONDS.toNanos(30);

    private record Entry(Area area, long readAt) {}

    private final Map<AreaKey, Entry> entries = new ConcurrentHashMap<>();
    private final AtomicInteger generation = new AtomicInteger();

    /** The areas of these keys; those not at hand are loaded in one go, those that do not exist are left out. */
    Map<AreaKey, Area> get(Collection<AreaKey> keys, Function<Collection<Long>, List<Area>> load) {
        long now = System.nanoTime();
        Map<AreaKey, Area> found = new HashMap<>();
        List<Long> missing = new ArrayList<>();
        for (AreaKey key : keys) {
            Entry entry = entries.get(key);
            if (entry != null && now - entry.readAt() < LIFE) {
                found.put(key, entry.area());
            } else {
                missing.add(key.value());
            }
        }
        if (!missing.isEmpty()) {
            List<Area> loaded = load.apply(missing);
            if (entries.size() + loaded.size() > LARGEST) {
                entries.clear();
            }
            for (Area area : loaded) {
                found.put(area.key(), area);
                entries.put(area.key(), new Entry(area, now));
            }
        }
        return found;
    }

    /** Grows whenever something was forgotten, for others who remember areas. */
    int generation() {
        return generation.get();
    }

    /** Forgets now, and again when the running transaction has ended: until then others may load what it replaces. */
    void forget() {
        clear();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    clear();
                }
            });
        }
    }

    private void clear() {
        entries.clear();
        generation.incrementAndGet();
    }
}
