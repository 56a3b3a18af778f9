package org.anshe.hazard.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardListed;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.ListingRepository.Filing;
import org.anshe.hazard.internal.ListingRepository.Listing;
import org.anshe.hazard.internal.ListingRepository.Notice;
import org.anshe.hazard.internal.ListingRepository.State;
import org.anshe.hazard.internal.ListingRepository.Verification;
import org.anshe.hazard.internal.ListingRules.ClockSet;
import org.anshe.hazard.internal.ListingRules.StopWork;
import org.anshe.hazard.internal.policy.TimeLimit;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Listed supervision of a major hazard: it is filed with its plan, published, verified, delisted, and the end is
 * published. Each leg has its limit from the clock set that was chosen. While it runs the hazard is not closed.
 */
@Service
public class SuperviseListed {

    private final HazardSteps steps;
    private final ListingRepository listings;
    private final ListingRules sets;
    private final ClockRules rules;
    private final Deadlines deadlines;

    SuperviseListed(
            HazardSteps steps, ListingRepository listings, ListingRules sets, ClockRules rules, Deadlines deadlines) {
        this.steps = steps;
        this.listings = listings;
        this.sets = sets;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    /** Files a major hazard. The term is no longer than the set allows. */
    @Transactional
    public void file(
            Caller caller,
            UUID id,
            int version,
            String set,
            String authority,
            @Nullable String leader,
            LocalDate termUntil,
            StopWork stopWork,
            @Nullable String stopScope,
            String plan) {
        Hazard before = steps.begin(caller, id, version, HazardAction.FILE_LISTING);
        before.requireOpen();
        if (before.grade() != HazardGrade.MAJOR) {
            throw new ProblemException(HazardProblem.NOT_MAJOR);
        }
        if (before.handling().has(Pending.LISTING)) {
            throw new ProblemException(HazardProblem.ALREADY_LISTED);
        }
        ClockSet clocks = sets.find(set).orElseThrow(() -> new ProblemException(HazardProblem.UNKNOWN_CLOCK_SET));
        Instant now = steps.now();
        LocalDate longest = WorkingCalendar.dayOf(rules.end(clocks.longest(), now));
        LocalDate today = WorkingCalendar.dayOf(now);
        if (!termUntil.isAfter(today) || termUntil.isAfter(longest)) {
            throw new ProblemException(
                    HazardProblem.DEADLINE_OUT_OF_RANGE, Map.of("first", today.plusDays(1), "last", longest));
        }
        String scope = blankToNull(stopScope);
        if (stopWork == StopWork.PARTIAL && scope == null) {
            throw new ProblemException(
                    SharedProblem.INVALID, Map.of(), List.of(new FieldError("/stopScope", "required")));
        }
        Filing filing =
                new Filing(set, authority.strip(), blankToNull(leader), termUntil, stopWork, scope, plan.strip());
        listings.add(id, new Listing(Ids.next(), filing, State.FILED, now, null, null, null));
        due(before, clocks.publish(), now);
        finish(
                caller,
                before,
                before.handling().with(Pending.LISTING),
                HazardAction.FILE_LISTING,
                Facts.of(
                        "authority",
                        authority,
                        "leader",
                        leader,
                        "until",
                        termUntil.toString(),
                        "stopWork",
                        stopWork.name(),
                        "stopScope",
                        scope));
    }

    /** @param notice what the public is told */
    @Transactional
    public void publish(Caller caller, UUID id, int version, String notice, @Nullable String where) {
        Hazard before = steps.begin(caller, id, version, HazardAction.PUBLISH_LISTING);
        Listing listing = listing(before, State.FILED);
        Instant now = steps.now();
        listings.save(listing.published(new Notice(notice.strip(), blankToNull(where), now)));
        deadlines.clear(Beside.LISTING.of(before));
        Instant end = WorkingCalendar.endOf(listing.filing().termUntil());
        RunningClock term = rules.chosen(before.area(), org.anshe.hazard.internal.policy.HazardClock.RECTIFY, now, end);
        deadlines.set(Beside.LISTING_TERM.of(before), before.area(), before.unitId(), term.nearAt(), end);
        finish(
                caller,
                before,
                before.handling(),
                HazardAction.PUBLISH_LISTING,
                Facts.of("notice", notice, "where", where));
    }

    /** The unit says that it is done and asks to be verified. */
    @Transactional
    public void askVerification(Caller caller, UUID id, int version, @Nullable String note) {
        Hazard before = steps.begin(caller, id, version, HazardAction.ASK_VERIFICATION);
        Listing listing = listing(before, State.PUBLISHED);
        rectified(before);
        Instant now = steps.now();
        listings.save(listing.to(State.VERIFYING));
        deadlines.clear(Beside.LISTING_TERM.of(before));
        due(before, set(listing).verify(), now);
        finish(caller, before, before.handling(), HazardAction.ASK_VERIFICATION, Facts.of("note", note));
    }

    /** There is nothing to verify before the rectification was submitted, nor after it was returned. */
    private static void rectified(Hazard hazard) {
        HazardStatus status = hazard.state().status();
        if (status != HazardStatus.SUBMITTED) {
            throw new ProblemException(HazardProblem.WRONG_STATE, "state", status.name());
        }
    }

    /** Verified by somebody who had no hand in it: it may be delisted, or the rectification goes on. */
    @Transactional
    public void verify(Caller caller, UUID id, int version, boolean passed, String finding) {
        HazardAction action = passed ? HazardAction.PASS_VERIFICATION : HazardAction.FAIL_VERIFICATION;
        Hazard before = steps.begin(caller, id, version, action);
        before.independent(caller);
        Listing listing = listing(before, State.VERIFYING);
        Instant now = steps.now();
        deadlines.clear(Beside.LISTING.of(before));
        if (passed) {
            rectified(before);
            listings.save(listing.verified(new Verification(finding.strip(), caller.name(), now)));
            due(before, set(listing).publishEnd(), now);
        } else {
            listings.save(listing.to(State.PUBLISHED));
            Instant end = WorkingCalendar.endOf(listing.filing().termUntil());
            deadlines.set(Beside.LISTING_TERM.of(before), before.area(), before.unitId(), end, end);
        }
        finish(caller, before, before.handling(), action, Facts.of(passed ? "note" : "reason", finding));
    }

    /** The delisting is published, and the supervision ends. */
    @Transactional
    public void end(Caller caller, UUID id, int version, String notice, @Nullable String where) {
        Hazard before = steps.begin(caller, id, version, HazardAction.PUBLISH_DELISTING);
        Listing listing = listing(before, State.DELISTED);
        listings.save(listing.ended(new Notice(notice.strip(), blankToNull(where), steps.now())));
        deadlines.clear(Beside.LISTING.of(before));
        finish(
                caller,
                before,
                before.handling().without(Pending.LISTING),
                HazardAction.PUBLISH_DELISTING,
                Facts.of("notice", notice, "where", where));
    }

    /** Whether the listing of a hazard lets it be closed: it was verified. */
    boolean lets(UUID hazard) {
        return listings.open(hazard)
                .map(listing -> listing.state() == State.DELISTED)
                .orElse(true);
    }

    Listing listing(Hazard hazard, State state) {
        return listings.open(hazard.id())
                .filter(open -> open.state() == state)
                .orElseThrow(() -> new ProblemException(HazardProblem.NOT_LISTED));
    }

    ClockSet set(Listing listing) {
        return sets.find(listing.filing().clockSet())
                .orElseThrow(() -> new ProblemException(HazardProblem.UNKNOWN_CLOCK_SET));
    }

    private void due(Hazard hazard, TimeLimit limit, Instant now) {
        Instant end = rules.end(limit, now);
        deadlines.set(Beside.LISTING.of(hazard), hazard.area(), hazard.unitId(), now, end);
    }

    private void finish(
            Caller caller, Hazard before, Handling handling, HazardAction action, Map<String, Object> facts) {
        steps.finish(
                caller,
                before,
                before.beside(handling, before.clock()),
                action,
                facts,
                new HazardListed(
                        before.id(),
                        before.identity().number(),
                        before.area(),
                        before.unitId(),
                        action.slug(),
                        steps.now()));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
