package org.anshe.hazard.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.identity.Recipients.Ask;
import org.anshe.identity.Recipients.Which;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be told of something about one hazard, before anybody is looked up: those who may take a step, by the rules
 * of that step, and people by name. Whoever took the step that is told of is not among them.
 */
final class Audience {

    private static final String RECTIFY = HazardAction.SUBMIT.permission();

    private final Hazard hazard;
    private final Set<UUID> not = new HashSet<>();
    private final List<Ask> asks = new ArrayList<>();
    private final Set<UUID> named = new HashSet<>();

    private Audience(Hazard hazard) {
        this.hazard = hazard;
    }

    /** @param actor who took the step; null for the system */
    static Audience of(Hazard hazard, @Nullable UUID actor) {
        return new Audience(hazard).not(actor);
    }

    /** Who is not asked; call it first. */
    Audience not(@Nullable UUID person) {
        if (person != null) {
            not.add(person);
        }
        return this;
    }

    /** Those who had a hand in the work may not judge it. */
    Audience notInvolved() {
        not.addAll(hazard.rectifiers());
        return not(responsible());
    }

    /** The nearest who may take a step: of the level that handles the hazard where the step is for that level. */
    Audience whoMay(HazardAction step) {
        AreaLevel level = hazard.handling().level();
        return step.byHandler() && level != AreaLevel.COMMUNITY
                ? whoMay(step.permission(), level)
                : whoMay(step.permission(), hazard.unitId());
    }

    /** The nearest whose grant covers the whole area of this level that the hazard lies in. */
    Audience whoMay(HazardAction step, AreaLevel level) {
        return whoMay(step.permission(), level);
    }

    private Audience whoMay(String permission, AreaLevel level) {
        asks.add(new Ask(permission, hazard.area().at(level), null, Which.NEAREST, not));
        return this;
    }

    /** The nearest who may issue papers of an organ. */
    Audience whoIssuesPapers(AreaKey organArea, UUID organ) {
        asks.add(new Ask("paper.issue", organArea, organ, Which.NEAREST, not));
        return this;
    }

    private Audience whoMay(String permission, @Nullable UUID unit) {
        asks.add(new Ask(permission, hazard.area(), unit, Which.NEAREST, not));
        return this;
    }

    /** The people of a unit who put hazards right. */
    Audience unit(@Nullable UUID unit) {
        if (unit != null) {
            asks.add(new Ask(RECTIFY, hazard.area(), unit, Which.OF_UNIT, Set.of()));
        }
        return this;
    }

    /** Those who answer for putting it right: the person named, and the people of the unit. */
    Audience answering(@Nullable UUID unit) {
        UUID responsible = responsible();
        return unit(unit).people(responsible == null ? List.of() : List.of(responsible));
    }

    /** People by name. Those who may not see the hazard are told without what somebody typed. */
    Audience people(Collection<UUID> people) {
        people.stream().filter(person -> !not.contains(person)).forEach(named::add);
        return this;
    }

    /** Whom the running work waits for. */
    Audience waitedFor(Work work) {
        return switch (work) {
            case CONFIRM, ASSIGN -> whoMay(work.step());
            case REINSPECT, LOOK_BACK -> notInvolved().whoMay(work.step());
            case RECTIFY -> answering(hazard.unitId());
            case DECIDE_OWNER -> throw new IllegalArgumentException("Only the policy knows who decides");
        };
    }

    @Nullable UUID responsible() {
        FiveElements.Responsible responsible = hazard.elements().responsible();
        return responsible == null ? null : responsible.personId();
    }

    List<Ask> asks() {
        return List.copyOf(asks);
    }

    Set<UUID> named() {
        return Set.copyOf(named);
    }

    /** Those of the people named who may look at the hazard. */
    Ask readers() {
        return new Ask(HazardSteps.VIEW, hazard.area(), hazard.unitId(), Which.AMONG, named);
    }

    boolean isTold(UUID person) {
        return !not.contains(person);
    }
}
