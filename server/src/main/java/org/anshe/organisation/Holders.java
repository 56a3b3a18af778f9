package org.anshe.organisation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** Who holds a post or an area today, for those who have something to tell them. */
public interface Holders {

    /** Who holds a post of this name in the unit, also by a post it is bound to (职务对应). */
    Set<UUID> ofPost(String post, UUID unit);

    /** As {@link #ofPost(String, UUID)}, in the active units that work for exactly one of these areas. */
    Set<UUID> ofPost(String post, List<AreaKey> areas);

    /** Somebody who holds an area. */
    record Held(AreaKey area, UUID person) {}

    /** Who holds the area, or those above it, in this role: the smallest area first. */
    List<Held> ofArea(AreaHolderRole role, AreaKey area);

    /** Whether anybody holds such a post in a unit that works for an area of the range; null: anywhere. */
    boolean anyOfPost(String post, @Nullable AreaKey within);

    /** Whether anybody holds an area of the range, or one above it, in this role; null: any area. */
    boolean anyOfArea(AreaHolderRole role, @Nullable AreaKey within);
}
