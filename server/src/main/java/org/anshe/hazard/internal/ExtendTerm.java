package org.anshe.hazard.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.anshe.deadline.Deadlines;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardListed;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.ListingRepository.Listing;
import org.anshe.hazard.internal.ListingRepository.State;
import org.anshe.hazard.internal.ListingRepository.TermRequest;
import org.anshe.hazard.internal.ListingRules.ClockSet;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A unit under listed supervision asks for a longer term, early enough; who lists decides in time. */
@Service
public class ExtendTerm {

    private final HazardSteps steps;
    private final SuperviseListed supervision;
    private final ListingRepository listings;
    private final ClockRules rules;
    private final Deadlines deadlines;

    ExtendTerm(
            HazardSteps steps,
            SuperviseListed supervision,
            ListingRepository listings,
            ClockRules rules,
            Deadlines deadlines) {
        this.steps = steps;
        this.supervision = supervision;
        this.listings = listings;
        this.rules = rules;
        this.deadlines = deadlines;
    }

    @Transactional
    public void ask(Caller caller, UUID id, int version, LocalDate until, String reason) {
        Hazard before = steps.begin(caller, id, version, HazardAction.ASK_TERM);
        Listing listing = supervision.listing(before, State.PUBLISHED);
        ClockSet set = supervision.set(listing);
        if (listings.asked(listing.id()).isPresent()) {
            throw new ProblemException(HazardProblem.ALREADY_PENDING);
        }
        Instant now = steps.now();
        LocalDate term = listing.filing().termUntil();
        if (rules.end(set.askBefore(), now).isAfter(WorkingCalendar.endOf(term))) {
            throw new ProblemException(HazardProblem.TOO_LATE_TO_ASK);
        }
        LocalDate longest = WorkingCalendar.dayOf(rules.end(set.longest(), now));
        if (!until.isAfter(term) || until.isAfter(longest)) {
            throw new ProblemException(
                    HazardProblem.DEADLINE_OUT_OF_RANGE, Map.of("first", term.plusDays(1), "last", longest));
        }
        listings.ask(caller, Ids.next(), listing, until, reason, now);
        Instant decideBy = rules.end(set.decide(), now);
        deadlines.set(Beside.LISTING.of(before), before.area(), before.unitId(), now, decideBy);
        finish(
                caller,
                before,
                HazardAction.ASK_TERM,
                Facts.of("reason", reason, "until", until.toString(), "answerBy", decideBy));
    }

    /** Granted as asked for. */
    @Transactional
    public void grant(Caller caller, UUID id, int version, @Nullable String note) {
        decide(caller, id, version, HazardAction.GRANT_TERM, "GRANTED", note);
    }

    @Transactional
    public void refuse(Caller caller, UUID id, int version, String reason) {
        decide(caller, id, version, HazardAction.REFUSE_TERM, "REFUSED", reason);
    }

    private void decide(
            Caller caller, UUID id, int version, HazardAction action, String state, @Nullable String words) {
        Hazard before = steps.begin(caller, id, version, action);
        Listing listing = supervision.listing(before, State.PUBLISHED);
        TermRequest asked =
                listings.asked(listing.id()).orElseThrow(() -> new ProblemException(HazardProblem.NOTHING_PENDING));
        if (caller.isPerson(asked.askedBy())) {
            throw new ProblemException(HazardProblem.NOT_INDEPENDENT);
        }
        Instant now = steps.now();
        listings.decide(caller, listing.id(), state, words, now);
        deadlines.clear(Beside.LISTING.of(before));
        boolean granted = action == HazardAction.GRANT_TERM;
        if (granted) {
            listings.save(listing.until(asked.askedUntil()));
            Instant end = WorkingCalendar.endOf(asked.askedUntil());
            deadlines.set(Beside.LISTING_TERM.of(before), before.area(), before.unitId(), now, end);
        }
        finish(
                caller,
                before,
                action,
                Facts.of(
                        granted ? "note" : "reason",
                        words,
                        "until",
                        granted ? asked.askedUntil().toString() : null));
    }

    private void finish(Caller caller, Hazard before, HazardAction action, Map<String, Object> facts) {
        steps.finish(
                caller,
                before,
                before.beside(before.handling(), before.clock()),
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
}
