package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.HazardReported;
import org.anshe.hazard.HazardSource;
import org.anshe.hazard.Hazards.FixedOnSpot;
import org.anshe.hazard.Hazards.Report;
import org.anshe.hazard.internal.HazardRepository.Words;
import org.anshe.hazard.internal.policy.HazardClock;
import org.anshe.register.RegisterObjects;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a hazard into the loop. What was fixed on the spot enters with its photos before and after and waits for an
 * independent look; a major hazard is never settled that way and runs the whole loop, with what was done kept.
 */
@Service
public class ReportHazard {

    static final String REPORT = "hazard.report";

    private final HazardSteps steps;
    private final HazardRepository hazards;
    private final HazardDomains domains;
    private final ClockRules rules;
    private final Evidence evidence;
    private final Areas areas;
    private final RegisterObjects objects;
    private final ReportScope scope;

    ReportHazard(
            HazardSteps steps,
            HazardRepository hazards,
            HazardDomains domains,
            ClockRules rules,
            Evidence evidence,
            Areas areas,
            RegisterObjects objects,
            ReportScope scope) {
        this.steps = steps;
        this.hazards = hazards;
        this.domains = domains;
        this.rules = rules;
        this.evidence = evidence;
        this.areas = areas;
        this.objects = objects;
        this.scope = scope;
    }

    /** Reports and returns the number; reporting again under the same id returns the number it has. */
    @Transactional
    public String report(Caller caller, Report report) {
        return take(caller, report, null, false);
    }

    /**
     * The same for one that came back.
     *
     * @param repeatOf an earlier hazard the caller sees
     */
    @Transactional
    public String reportRepeated(Caller caller, Report report, UUID repeatOf) {
        Hazard earlier = hazards.find(repeatOf)
                .filter(found -> !found.id().equals(report.id()))
                .filter(found -> caller.may(HazardSteps.VIEW, found.area(), found.unitId()))
                .orElseThrow(() -> new ProblemException(HazardProblem.UNKNOWN_EARLIER));
        return take(caller, report, earlier, false);
    }

    /** The same for what somebody found who had been sent to the object, wherever the object lies by now. */
    @Transactional
    public String reportFound(Caller caller, Report report) {
        return take(caller, report, null, true);
    }

    private String take(Caller caller, Report report, @Nullable Hazard earlier, boolean sent) {
        Optional<Hazard> before = hazards.find(report.id());
        if (before.isPresent()) {
            return knownNumber(caller, before.get());
        }
        domains.check(report.domain());
        areas.getActive(report.area());
        checkObject(caller, report, sent);
        UUID unit = sent ? scope.unitOfSomebodySent(caller, report.area()) : scope.reportingUnit(caller, report.area());
        Hazard hazard = hazard(caller, report, earlier, unit);
        if (!hazards.add(hazard, words(caller, report))) {
            return knownNumber(caller, hazards.find(report.id()).orElseThrow());
        }
        linkPhotos(caller, hazard, report);
        steps.begun(caller, hazard, facts(report, earlier), event(hazard, steps.now()));
        return hazard.identity().number();
    }

    private Hazard hazard(Caller caller, Report report, @Nullable Hazard earlier, @Nullable UUID unit) {
        Instant now = steps.now();
        HazardSource source = unit == null ? report.source() : HazardSource.SELF_CHECK;
        Hazard.Identity identity = new Hazard.Identity(
                report.id(),
                hazards.nextNumber(report.area(), now),
                report.area(),
                report.domain(),
                source,
                report.sourceId(),
                report.objectId(),
                caller.personId(),
                earlier == null ? null : earlier.id());
        boolean onSpot = settledOnSpot(report);
        FixedOnSpot fixed = report.fixedOnSpot();
        FiveElements elements = fixed == null ? FiveElements.NONE : OnSpot.elements(caller, fixed.measure());
        Hazard hazard = new Hazard(
                identity,
                1,
                report.grade(),
                unit,
                onSpot ? elements : FiveElements.NONE,
                Set.of(),
                null,
                Handling.USUAL,
                onSpot ? new HazardState.FixedOnSpot() : new HazardState.Reported());
        Hazard clocked = hazard.clocked(rules.start(onSpot ? HazardClock.REINSPECT : HazardClock.CONFIRM, hazard, now));
        return fixed == null ? clocked : clocked.rectifiedBy(caller);
    }

    private static boolean settledOnSpot(Report report) {
        return report.fixedOnSpot() != null && report.grade() == HazardGrade.GENERAL;
    }

    private Words words(Caller caller, Report report) {
        String place = report.place();
        return new Words(
                report.description().strip(),
                place == null || place.isBlank() ? null : place.strip(),
                caller.name(),
                steps.now());
    }

    private void linkPhotos(Caller caller, Hazard hazard, Report report) {
        FixedOnSpot fixed = report.fixedOnSpot();
        if (fixed == null) {
            evidence.link(caller, hazard, Evidence.BEFORE, report.photosBefore());
        } else {
            evidence.require(caller, hazard, Evidence.BEFORE, report.photosBefore());
            evidence.require(caller, hazard, Evidence.AFTER, fixed.photosAfter());
        }
    }

    private void checkObject(Caller caller, Report report, boolean sent) {
        UUID id = report.objectId();
        if (id == null) {
            return;
        }
        Optional<RegisterObject> found = sent
                ? objects.byIds(List.of(id)).values().stream().findFirst()
                : objects.find(caller.scopeFor(REPORT), id);
        RegisterObject object = found.orElseThrow(() -> new ProblemException(HazardProblem.UNKNOWN_OBJECT));
        AreaKey area = areas.current(object.area());
        if (!area.contains(report.area()) && !report.area().contains(area)) {
            throw new ProblemException(HazardProblem.OBJECT_ELSEWHERE);
        }
    }

    private static String knownNumber(Caller caller, Hazard known) {
        boolean mine = Objects.equals(known.identity().reporterId(), caller.personId());
        if (!mine && !caller.may(HazardSteps.VIEW, known.area(), known.unitId())) {
            throw new ProblemException(HazardProblem.ID_TAKEN);
        }
        return known.identity().number();
    }

    private static Map<String, ?> facts(Report report, @Nullable Hazard earlier) {
        FixedOnSpot fixed = report.fixedOnSpot();
        List<UUID> after = fixed == null ? List.of() : fixed.photosAfter();
        return OnSpot.facts(
                fixed == null ? null : fixed.measure(),
                report.photosBefore(),
                after,
                Facts.of(
                        "grade",
                        report.grade().name(),
                        "description",
                        report.description().strip(),
                        "repeatOf",
                        earlier == null ? null : earlier.id(),
                        "repeatOfNumber",
                        earlier == null ? null : earlier.identity().number()));
    }

    private static HazardReported event(Hazard hazard, Instant now) {
        Hazard.Identity identity = hazard.identity();
        return new HazardReported(
                identity.id(),
                identity.number(),
                identity.area(),
                hazard.grade(),
                identity.source(),
                identity.sourceId(),
                identity.objectId(),
                identity.reporterId(),
                hazard.state() instanceof HazardState.FixedOnSpot,
                now);
    }
}
