package org.anshe.inspection.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.anshe.inspection.InspectionProblem;
import org.anshe.register.RegisterObjects.ObjectFilter;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says.
 *
 * @param objectTypes registers it is about, empty for all
 * @param frequencies how often by supervision class; class 0 stands for objects without one. Classes that are not named
 *     are not checked.
 * @param drawSize how many objects a period are drawn, null when all are checked
 * @param unitRule whose unit checks
 * @param unitId the unit of {@link UnitRule#FIXED_UNIT}
 * @param inspectors people who share the tasks; empty: whoever in the unit takes one
 * @param campaignId the campaign it serves, null for none
 */
public record PlanContent(
        String name,
        AreaKey area,
        List<UUID> checklists,
        Set<String> objectTypes,
        Map<Integer, Cadence> frequencies,
        @Nullable Integer drawSize,
        UnitRule unitRule,
        @Nullable UUID unitId,
        List<UUID> inspectors,
        LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable UUID campaignId) {

    static final int UNCLASSED = 0;

    /** Whose unit checks an object. */
    public enum UnitRule {
        COMMUNITY_UNIT,
        FIXED_UNIT
    }

    public PlanContent {
        name = name.strip();
        checklists = List.copyOf(checklists);
        objectTypes = Set.copyOf(new TreeSet<>(objectTypes));
        frequencies = Map.copyOf(new TreeMap<>(frequencies));
        inspectors = List.copyOf(inspectors);
        require(!name.isEmpty() && name.length() <= 200, "name");
        require(!checklists.isEmpty() && Set.copyOf(checklists).size() == checklists.size(), "checklists");
        require(!frequencies.isEmpty(), "frequencies");
        require(frequencies.keySet().stream().allMatch(one -> one >= UNCLASSED && one <= 3), "classes");
        require((unitRule == UnitRule.FIXED_UNIT) == (unitId != null), "unit");
        require(Set.copyOf(inspectors).size() == inspectors.size(), "inspectors");
        require(endsOn == null || !endsOn.isBefore(startsOn), "days");
        require(endsOn != null || !frequencies.containsValue(Cadence.ONCE), "once-needs-end");
        require(drawSize == null || (drawSize >= 1 && drawSize <= 10_000), "draw-size");
        // One draw is one lot: objects of different frequencies have no common period to be drawn in.
        require(drawSize == null || Set.copyOf(frequencies.values()).size() == 1, "draw-one-frequency");
    }

    /** First and last day. */
    Period whole() {
        return new Period(startsOn, endsOn == null ? Period.NEVER : endsOn);
    }

    boolean isDraw() {
        return drawSize != null;
    }

    /** How often an object of this class is checked; null: not at all. */
    @Nullable Cadence cadenceOf(@Nullable Integer supervisionClass) {
        return frequencies.get(supervisionClass == null ? UNCLASSED : supervisionClass);
    }

    /** Whether the plan asks for this object; {@code ranges} are the keys that objects of its area stand under. */
    boolean covers(RegisterObject object, List<AreaRange> ranges) {
        return !object.retired()
                && ranges.stream().anyMatch(range -> range.contains(object.area()))
                && (objectTypes.isEmpty() || objectTypes.contains(object.type()))
                && cadenceOf(object.supervisionClass()) != null;
    }

    /** What the register is asked for; objects without a class cannot be asked for alone. */
    ObjectFilter filter() {
        return new ObjectFilter(
                objectTypes, frequencies.containsKey(UNCLASSED) ? Set.of() : Set.copyOf(frequencies.keySet()));
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new ProblemException(InspectionProblem.BAD_PLAN, "reason", reason);
        }
    }
}
