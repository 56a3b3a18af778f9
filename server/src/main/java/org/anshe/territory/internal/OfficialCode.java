package org.anshe.territory.internal;

import java.util.Optional;
import java.util.Set;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;

/**
 * Statistical codes of areas and the keys they stand for: province 2 digits, city 4, district 6, street 9, community
 * 12, and below those the grids with 14, 16 and 19. Shorter codes are also written with zeros up to 12 digits.
 *
 * <p>Some lists repeat an area one level lower where a level is left out: 东莞 is 4419 as a city and 441900 as its own
 * district, and its towns have codes that begin 441900. Both codes give the same key, so the repetition vanishes and
 * the towns hang directly under the city.
 */
final class OfficialCode {

    private static final int PUBLISHED = 12;
    private static final Set<Integer> LENGTHS = Set.of(2, 4, 6, 9, 12, 14, 16, 19);

    private OfficialCode() {}

    /** The key of a code; empty when it is none. */
    static Optional<AreaKey> key(String code) {
        if (!LENGTHS.contains(code.length()) || !code.matches("[1-9][0-9]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(AreaKey.parse(code));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether a code of the list only repeats the area above it, its own digits being zeros. */
    static boolean repeatsParent(String code) {
        return AreaKey.parse(code).level().digits() < code.length();
    }

    /** The published code, 12 digits; none for grids. */
    static Optional<String> of(AreaKey key) {
        return key.level().compareTo(AreaLevel.COMMUNITY) > 0
                ? Optional.empty()
                : Optional.of(key.toString().substring(0, PUBLISHED));
    }
}
