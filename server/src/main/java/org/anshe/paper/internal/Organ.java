package org.anshe.paper.internal;

import java.util.UUID;
import org.anshe.shared.AreaKey;

/**
 * A unit that issues papers.
 *
 * @param name as printed at the head of a paper
 * @param abbreviation begins the number of every paper
 * @param hasStamp whether a picture of its seal was handed in
 */
public record Organ(UUID unitId, String name, String abbreviation, AreaKey area, boolean hasStamp, int version) {

    Paper.Issuer issuer() {
        return new Paper.Issuer(unitId, name, abbreviation);
    }
}
