package org.anshe.inspection.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.inspection.internal.PlanContent.UnitRule;
import org.anshe.organisation.Units;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says whose hands an object falls into: the unit that checks, and the person when the plan names people. */
@Component
class AssignTasks {

    private final Units units;

    AssignTasks(Units units) {
        this.units = units;
    }

    /** The answers for one batch of objects. */
    interface Hands {

        @Nullable UUID unitOf(RegisterObject object);

        @Nullable UUID personOf(RegisterObject object);
    }

    /**
     * People take turns over the objects in their order, so that nobody gets more than one object more than another; the
     * order of a draw is drawn, too.
     *
     * @param before how many objects earlier batches of the same run gave away: the turns go on after them
     */
    Hands handsFor(PlanContent plan, List<RegisterObject> objects, @Nullable RandomDraw draw, int before) {
        Map<AreaKey, Units.Unit> communities = plan.unitRule() == UnitRule.FIXED_UNIT
                ? Map.of()
                : units.ofCommunities(objects.stream()
                        .map(object -> object.area().at(AreaLevel.COMMUNITY))
                        .collect(Collectors.toSet()));
        List<UUID> people = draw == null ? plan.inspectors() : draw.order(plan.inspectors());
        Map<UUID, UUID> persons = new HashMap<>();
        for (int i = 0; i < objects.size() && !people.isEmpty(); i++) {
            persons.put(objects.get(i).id(), people.get((before + i) % people.size()));
        }
        return new Hands() {
            @Override
            public @Nullable UUID unitOf(RegisterObject object) {
                if (plan.unitRule() == UnitRule.FIXED_UNIT) {
                    return plan.unitId();
                }
                Units.Unit unit = communities.get(object.area().at(AreaLevel.COMMUNITY));
                return unit == null ? null : unit.id();
            }

            @Override
            public @Nullable UUID personOf(RegisterObject object) {
                return persons.get(object.id());
            }
        };
    }
}
