package org.anshe.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.anshe.identity.People;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/** Who acts in the story, each with the rights of the own account. */
final class Troupe {

    private final Street street;
    private final People people;
    private final Map<UUID, Caller> callers = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> unitOfObject = new ConcurrentHashMap<>();

    Troupe(Street street, People people) {
        this.street = street;
        this.people = people;
        street.objects().forEach(object -> unitOfObject.put(object.id(), object.unit()));
    }

    Caller caller(UUID person) {
        return callers.computeIfAbsent(person, people::callerOf);
    }

    Caller officer(Dice dice) {
        return caller(dice.pick(street.officers()));
    }

    /** A department's own people check what the department is charged with; the rest is walked by the grid worker. */
    Caller inspector(AreaKey area, @Nullable UUID unit, Dice dice) {
        UUID handler = unit == null ? null : street.handlers().get(unit);
        if (handler != null) {
            return caller(handler);
        }
        UUID gridWorker = street.gridWorkers().get(area.at(AreaLevel.GRID_2));
        return gridWorker != null && dice.chance(0.8) ? caller(gridWorker) : worker(area, dice);
    }

    /** The people around a hazard at this object. */
    HazardLives.Cast cast(UUID object, AreaKey area, Dice dice) {
        UUID unit = unitOfObject.getOrDefault(object, street.office());
        UUID principal =
                street.principals().getOrDefault(unit, street.officers().getFirst());
        UUID other = street.departments().getOrDefault("urban", street.office());
        UUID handler = street.handlers().getOrDefault(other, street.officers().getFirst());
        return new HazardLives.Cast(worker(area, dice), officer(dice), caller(principal), unit, other, caller(handler));
    }

    private Caller worker(AreaKey area, Dice dice) {
        List<UUID> team = street.workers().getOrDefault(area.at(AreaLevel.COMMUNITY), street.officers());
        return caller(dice.pick(team));
    }
}
