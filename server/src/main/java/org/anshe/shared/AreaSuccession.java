package org.anshe.shared;

import java.util.List;

/**
 * Tells which old keys count to a range of areas today, because areas were merged or re-coded. Provided by the territory
 * module; asked when the scope of a caller is made, so that rows written under an old key stay visible.
 */
public interface AreaSuccession {

    /** The range itself first, then the old ones. */
    List<AreaRange> today(AreaRange range);

    /** The key itself first, then the one it counts to today when its area was merged or re-coded. */
    default List<AreaKey> keysOf(AreaKey key) {
        return List.of(key);
    }
}
