package org.anshe.campaign.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.Unit;
import org.springframework.stereotype.Component;

/** Which units the names in a document mean: as a person said, else as the directory of units knows them. */
@Component
class PlanUnits {

    private final PlanRepository plans;
    private final Units units;

    PlanUnits(PlanRepository plans, Units units) {
        this.plans = plans;
        this.units = units;
    }

    /**
     * What a name means.
     *
     * @param unit empty while the name is no unit anybody knows
     * @param mapped whether a person said so
     */
    record Meaning(Optional<Unit> unit, boolean mapped) {}

    /** The meaning of each name, in the order given. */
    Map<String, Meaning> resolve(PlanRow plan, Collection<String> names) {
        Map<String, UUID> mapped = plans.unitMappings(plan.id());
        Map<UUID, Unit> known = units.byIds(mapped.values());
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        for (String name : names) {
            UUID said = mapped.get(name);
            meanings.put(
                    name,
                    said == null
                            ? new Meaning(units.findByName(name, plan.area()).filter(unit -> !unit.retired()), false)
                            : new Meaning(Optional.ofNullable(known.get(said)), true));
        }
        return meanings;
    }
}
