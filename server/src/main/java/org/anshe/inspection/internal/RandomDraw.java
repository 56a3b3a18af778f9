package org.anshe.inspection.internal;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.Sha256;

/**
 * A draw that anybody can repeat: candidates are put in the order of SHA-256 of {@code seed:id}, the first are drawn.
 * The seed is made at the moment of the draw, so nobody can choose it to fit.
 */
record RandomDraw(String seed) {

    static RandomDraw fresh() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return new RandomDraw(HexFormat.of().formatHex(random));
    }

    List<UUID> order(Collection<UUID> candidates) {
        return candidates.stream()
                .map(id -> new Lot(id, Sha256.hex(seed + ":" + id)))
                .sorted(Comparator.comparing(Lot::hash))
                .map(Lot::id)
                .toList();
    }

    private record Lot(UUID id, String hash) {}
}
