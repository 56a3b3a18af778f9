package org.anshe.territory.internal;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.AreaSuccession;
import org.anshe.territory.internal.AreaRepository.Recode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mapping of old keys in memory, since every request asks for it. Merged areas are few; it is read again after half
 * a minute, and at once when this process changes it.
 */
@Component
class SuccessionCache implements AreaSuccession {

    private static final long LIFE = TimeUnit.SECONDS.toNanos(30);

    private record Snapshot(List<Recode> recodes, int generation, long readAt) {}

    private final AreaRepository areas;
    private final AreaCache changes;
    private volatile @Nullable Snapshot snapshot;

    SuccessionCache(AreaRepository areas, AreaCache changes) {
        this.areas = areas;
        this.changes = changes;
    }

    @Override
    public List<AreaRange> today(AreaRange range) {
        List<Recode> all = recodes();
        if (all.isEmpty() || AreaRange.EVERYWHERE.equals(range)) {
            return List.of(range);
        }
        List<Recode> into =
                all.stream().filter(recode -> range.contains(recode.newKey())).toList();
        return Succession.rangesOf(
                range,
                into,
                old -> all.stream()
                        .filter(recode -> old.contains(recode.oldKey()))
                        .toList());
    }

    /** Rows below an old area count to where the closest of the old areas around them went. */
    @Override
    public List<AreaKey> keysOf(AreaKey key) {
        return recodes().stream()
                .filter(recode -> recode.oldKey().contains(key))
                .max(Comparator.comparing(recode -> recode.oldKey().level()))
                .map(recode -> List.of(key, recode.newKey()))
                .orElse(List.of(key));
    }

    private List<Recode> recodes() {
        Snapshot known = snapshot;
        int generation = changes.generation();
        if (known == null || known.generation() != generation || System.nanoTime() - known.readAt() > LIFE) {
            known = new Snapshot(areas.recodedInto(AreaRange.EVERYWHERE), generation, System.nanoTime());
            snapshot = known;
        }
        return known.recodes();
    }
}
