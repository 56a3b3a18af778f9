package org.anshe.territory.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.anshe.shared.AreaRange;
import org.anshe.territory.internal.AreaRepository.Recode;

/** Which old keys count to a range of areas today. */
final class Succession {

    private Succession() {}

    static List<AreaRange> rangesOf(AreaRange range, AreaRepository areas) {
        return rangesOf(range, areas.recodedInto(range), areas::recodedFrom);
    }

    /**
     * An old area stands for its whole old subtree when all of it went into the range; otherwise for its own key alone,
     * since parts of it belong elsewhere today.
     *
     * @param into the mapping into the range, by old key
     * @param from the mapping out of an old subtree
     */
    static List<AreaRange> rangesOf(AreaRange range, List<Recode> into, Function<AreaRange, List<Recode>> from) {
        List<AreaRange> ranges = new ArrayList<>();
        ranges.add(range);
        for (Recode recode : into) {
            if (ranges.stream().anyMatch(known -> known.contains(recode.oldKey()))) {
                continue;
            }
            AreaRange subtree = recode.oldKey().range();
            boolean whole = from.apply(subtree).stream().allMatch(part -> range.contains(part.newKey()));
            ranges.add(
                    whole
                            ? subtree
                            : new AreaRange(
                                    recode.oldKey().value(), recode.oldKey().value()));
        }
        return ranges;
    }
}
