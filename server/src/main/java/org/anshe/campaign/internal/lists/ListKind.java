package org.anshe.campaign.internal.lists;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.LocalText;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A kind of list at one of its versions.
 *
 * @param area null: everywhere; else of the office that made it, and what lies below
 * @param shipped whether it came with the program
 */
public record ListKind(
        UUID id,
        @Nullable AreaKey area,
        int version,
        LocalText names,
        List<ListPart> parts,
        boolean shipped,
        boolean editedHere,
        @Nullable Instant retiredAt,
        @Nullable String retireReason) {

    public ListKind {
        parts = List.copyOf(parts);
    }

    Optional<ListPart> part(String code) {
        return parts.stream().filter(part -> part.code().equals(code)).findFirst();
    }

    /** The part whose entries the entries of this part belong to. */
    Optional<ListPart> about(ListPart part) {
        return parts.stream().filter(other -> other.code().equals(part.about())).findFirst();
    }

    /** Whether lists of an area may be of this kind. */
    boolean servesArea(AreaKey wanted) {
        return area == null || area.contains(wanted);
    }

    /** Kinds of one's own office, of offices above it and below it. */
    boolean concerns(Scope scope) {
        if (area == null) {
            return true;
        }
        AreaRange own = area.range();
        return scope.grants().stream()
                .map(Scope.Grant::areas)
                .anyMatch(areas -> areas != null && areas.first() <= own.last() && own.first() <= areas.last());
    }
}
