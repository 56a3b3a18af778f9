package org.anshe.organisation;

import java.util.List;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * One kind of open work that names a person who has to do it. The module that keeps it implements this, so that
 * whatever somebody holds moves in one step. What belongs to a unit (campaign tasks, recurring duties, registered
 * objects) names nobody and stays with the unit.
 */
public interface HeldWork {

    /** The word for it, for example {@code hazard}: it chooses the words of the interface. */
    String kind();

    /** How much of it the person has to do, wherever it lies. */
    int countOf(UUID person);

    /** What would move and what would not, without moving it. */
    Look look(WorkTransfer transfer);

    /**
     * Moves what may be moved, in the running transaction and in one statement, and writes what each record tells of
     * its own history. What was done before stays in the name of who did it.
     *
     * @return what moved
     */
    List<Item> move(WorkTransfer transfer);

    /**
     * A record that somebody has to do something about.
     *
     * @param label what people call it, for example the number of a hazard
     * @param area null for what lies nowhere
     */
    record Item(
            UUID id,
            String label,
            @Nullable AreaKey area,
            @Nullable UUID unitId) {}

    /**
     * What a share of the work comes to.
     *
     * @param movable how much goes over
     * @param kept how much stays because the successor may not do it where it lies
     * @param judged how much of it waits for a judgement the successor could give now and can no longer give after
     *     answering for it
     * @param elsewhere whether more of it lies where the caller hands over nothing
     * @param examples some of what goes over
     * @param keptExamples some of what stays
     */
    record Look(int movable, int kept, int judged, boolean elsewhere, List<Item> examples, List<Item> keptExamples) {

        public Look {
            examples = List.copyOf(examples);
            keptExamples = List.copyOf(keptExamples);
        }
    }

    /** How many examples a look shows. */
    int EXAMPLES = 5;
}
