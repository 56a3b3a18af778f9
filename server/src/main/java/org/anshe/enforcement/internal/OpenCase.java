package org.anshe.enforcement.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.enforcement.EnforcementProblem;
import org.anshe.hazard.HazardLedger;
import org.anshe.hazard.Hazards;
import org.anshe.organisation.Units;
import org.anshe.register.RegisterObjects;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes down an illegal act: found by itself, with a hazard, or at a joint action. */
@Service
public class OpenCase {

    private final CaseRepository cases;
    private final JointActionRepository actions;
    private final CourseRepository course;
    private final EnforcementTerms terms;
    private final Hazards hazards;
    private final HazardLedger ledger;
    private final RegisterObjects objects;
    private final Areas areas;
    private final Units units;

    OpenCase(
            CaseRepository cases,
            JointActionRepository actions,
            CourseRepository course,
            EnforcementTerms terms,
            Hazards hazards,
            HazardLedger ledger,
            RegisterObjects objects,
            Areas areas,
            Units units) {
        this.cases = cases;
        this.actions = actions;
        this.course = course;
        this.terms = terms;
        this.hazards = hazards;
        this.ledger = ledger;
        this.objects = objects;
        this.areas = areas;
        this.units = units;
    }

    /**
     * What was found.
     *
     * @param party who did it, in words; not needed with an object
     * @param clause the rule that was broken
     */
    public record Found(
            UUID id,
            AreaKey area,
            String domain,
            String act,
            @Nullable String clause,
            @Nullable String place,
            @Nullable UUID objectId,
            @Nullable String party,
            LocalDate foundOn,
            @Nullable UUID hazardId,
            @Nullable UUID actionId) {}

    /** Idempotent on the id. Returns the number. */
    @Transactional
    public String open(Caller caller, Found found) {
        Optional<IllegalCase> known = cases.find(found.id());
        if (known.isPresent()) {
            return known.filter(one -> one.seenBy(caller))
                    .map(IllegalCase::number)
                    .orElseThrow(() -> new ProblemException(EnforcementProblem.ID_TAKEN));
        }
        areas.getActive(found.area());
        UUID unit = caller.unitId();
        checkPlace(caller, found.area(), unit);
        check(caller, found);
        String number = cases.nextNumber(found.area(), terms.today());
        if (!cases.add(caller, number, found, unit, terms.now())) {
            throw new ProblemException(EnforcementProblem.ID_TAKEN);
        }
        course.record(
                caller,
                new CourseRepository.Of(IllegalCase.KIND, found.id(), number, found.area()),
                "open",
                Facts.of("act", found.act(), "domain", found.domain(), "foundOn", found.foundOn()));
        return number;
    }

    /** In the areas of the role; whoever holds it for a unit alone, in the street where that works. */
    private void checkPlace(Caller caller, AreaKey area, @Nullable UUID unit) {
        if (caller.may(IllegalCase.OPEN, area, null)) {
            return;
        }
        boolean works = unit != null
                && caller.may(IllegalCase.OPEN, area, unit)
                && units.find(unit)
                        .filter(own -> WorkPlace.of(own).contains(area))
                        .isPresent();
        if (!works) {
            throw new ProblemException(EnforcementProblem.OUTSIDE_SCOPE);
        }
    }

    private void check(Caller caller, Found found) {
        if (!hazards.isDomain(found.domain())) {
            throw new ProblemException(EnforcementProblem.UNKNOWN_DOMAIN, "domain", found.domain());
        }
        if (found.objectId() == null && Facts.text(found.party()) == null) {
            throw new ProblemException(SharedProblem.INVALID, Map.of(), List.of(new FieldError("/party", "required")));
        }
        if (found.foundOn().isAfter(terms.today())) {
            throw new ProblemException(EnforcementProblem.DAY_OUT_OF_RANGE, "last", terms.today());
        }
        UUID object = found.objectId();
        if (object != null
                && objects.find(caller.scopeFor(IllegalCase.OPEN), object).isEmpty()) {
            throw new ProblemException(EnforcementProblem.UNKNOWN_OBJECT);
        }
        UUID hazard = found.hazardId();
        if (hazard != null
                && ledger.named(caller.scopeFor(LinkHazards.HAZARD_VIEW), null, List.of(hazard))
                        .isEmpty()) {
            throw new ProblemException(EnforcementProblem.UNKNOWN_HAZARD);
        }
        UUID actionId = found.actionId();
        if (actionId != null) {
            JointAction action = actions.find(actionId)
                    .filter(one -> one.seenBy(caller))
                    .orElseThrow(() -> new ProblemException(EnforcementProblem.UNKNOWN_ACTION));
            if (!action.state().takesFinds()) {
                throw new ProblemException(
                        EnforcementProblem.WRONG_STATE, "state", action.state().name());
            }
        }
    }
}
