package org.anshe.hazard.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.internal.EscalationRepository.Escalation;
import org.anshe.hazard.internal.ExtensionRepository.Extension;
import org.anshe.hazard.internal.HazardState.Reported;
import org.anshe.hazard.internal.HazardState.Unassigned;
import org.anshe.hazard.internal.HazardState.Underway;
import org.anshe.hazard.internal.Offer.Fields;
import org.anshe.hazard.internal.Offer.Kind;
import org.anshe.hazard.internal.Offer.Option;
import org.anshe.hazard.internal.TransferRepository.State;
import org.anshe.hazard.internal.policy.PolicyContent;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Component;

/** The steps beside the loop that what is under way, and the policy, offer now. Permissions are looked at by {@link Offers}. */
@Component
class BesideOffers {

    private final ExtensionRepository extensions;
    private final TransferRepository transfers;
    private final EscalationRepository escalations;
    private final ClockRules rules;
    private final HazardSteps steps;

    BesideOffers(
            ExtensionRepository extensions,
            TransferRepository transfers,
            EscalationRepository escalations,
            ClockRules rules,
            HazardSteps steps) {
        this.extensions = extensions;
        this.transfers = transfers;
        this.escalations = escalations;
        this.rules = rules;
        this.steps = steps;
    }

    /** A step with what it asks for. */
    record Beside(HazardAction action, Fields fields) {}

    /** Whether a step of the loop is open as things stand beside it. */
    boolean lets(Caller caller, Hazard hazard, HazardAction action) {
        boolean disputed = hazard.handling().has(Pending.DISPUTE);
        if (action == HazardAction.ACCEPT_HAND_OVER || action == HazardAction.REFUSE_HAND_OVER) {
            return !disputed;
        }
        if (action == HazardAction.DECIDE_OWNER) {
            return disputed
                    && transfers
                            .open(hazard.id())
                            .filter(open -> DecideOwner.decides(caller, hazard, open.decider()))
                            .isPresent();
        }
        return action != HazardAction.HAND_OVER
                || transfers.count(hazard.id(), TransferRepository.Kind.HAND_OVER, State.DECIDED) == 0
                || DecideOwner.decides(
                        caller, hazard, policy(hazard).transfers().decides());
    }

    List<Beside> of(Caller caller, Hazard hazard) {
        List<Beside> offers = new ArrayList<>();
        extension(caller, hazard, offers);
        report(hazard, offers);
        escalation(hazard, offers);
        boolean judged =
                !(hazard.state() instanceof Reported) && hazard.state().status().open();
        if (judged) {
            HazardGrade other = hazard.grade() == HazardGrade.MAJOR ? HazardGrade.GENERAL : HazardGrade.MAJOR;
            offers.add(new Beside(
                    HazardAction.JUDGE,
                    new Fields().add("grade", Kind.GRADE, true, other).require("judgement", Kind.JUDGEMENT)));
        }
        if (hazard.handling().has(Pending.MAJOR_REPORT)
                || (hazard.grade() == HazardGrade.MAJOR
                        && hazard.state().status().open())) {
            offers.add(new Beside(HazardAction.REPORT_MAJOR, majorReport()));
        }
        if (hazard.clock() != null && hazard.state().status().open()) {
            offers.add(new Beside(
                    HazardAction.SET_LIMIT,
                    new Fields()
                            .add(
                                    "limit",
                                    Kind.LIMIT,
                                    true,
                                    hazard.clock().kind().name())
                            .require("reason", Kind.LONG_TEXT)));
        }
        return offers;
    }

    private void extension(Caller caller, Hazard hazard, List<Beside> offers) {
        if (!(hazard.state() instanceof Underway underway)) {
            return;
        }
        if (!hazard.handling().has(Pending.EXTENSION)) {
            boolean inTime = !steps.now().isAfter(underway.duty().dueAt());
            if (inTime
                    && hazard.handling().extensions()
                            < policy(hazard).extensions().most()) {
                LocalDate first = WorkingCalendar.dayOf(underway.duty().dueAt()).plusDays(1);
                offers.add(new Beside(
                        HazardAction.ASK_EXTENSION,
                        new Fields()
                                .requireDate("until", null, first.toString(), null)
                                .require("reason", Kind.LONG_TEXT)));
            }
            return;
        }
        Optional<Extension> pending = extensions.pending(hazard.id());
        offers.add(new Beside(HazardAction.WITHDRAW_EXTENSION, new Fields()));
        pending.filter(asked -> DecideExtension.decides(caller, hazard, asked))
                .filter(asked -> !caller.isPerson(asked.askedBy()))
                .ifPresent(asked -> decide(asked, offers));
    }

    private static void decide(Extension asked, List<Beside> offers) {
        String first = WorkingCalendar.dayOf(asked.oldDueAt()).plusDays(1).toString();
        String last = asked.askedUntil().toString();
        offers.add(new Beside(
                HazardAction.GRANT_EXTENSION,
                new Fields().requireDate("until", last, first, last).ask("note", Kind.LONG_TEXT)));
        offers.add(new Beside(HazardAction.REFUSE_EXTENSION, new Fields().require("reason", Kind.LONG_TEXT)));
    }

    private void report(Hazard hazard, List<Beside> offers) {
        if (hazard.handling().has(Pending.REPORT_UP)) {
            offers.add(new Beside(HazardAction.ACCEPT_REPORT, new Fields().ask("note", Kind.LONG_TEXT)));
            offers.add(new Beside(HazardAction.SEND_DOWN, new Fields().require("reason", Kind.LONG_TEXT)));
        } else if (hazard.state() instanceof Unassigned
                && ReportUp.above(hazard.handling().level()).isPresent()
                && transfers.count(hazard.id(), TransferRepository.Kind.REPORT_UP, State.REFUSED)
                        < policy(hazard).transfers().mostRefusals()) {
            offers.add(new Beside(HazardAction.REPORT_UP, new Fields().require("reason", Kind.LONG_TEXT)));
        }
    }

    private void escalation(Hazard hazard, List<Beside> offers) {
        if (!hazard.handling().has(Pending.ESCALATION)) {
            return;
        }
        List<Option> proposed = escalations.of(hazard.id()).stream()
                .filter(one -> one.state() == EscalationRepository.State.PROPOSED)
                .map(BesideOffers::option)
                .toList();
        offers.add(new Beside(
                HazardAction.TAKE_RUNG,
                new Fields().choose("escalation", proposed).ask("note", Kind.LONG_TEXT)));
        offers.add(new Beside(
                HazardAction.DISMISS_RUNG,
                new Fields().choose("escalation", proposed).require("reason", Kind.LONG_TEXT)));
    }

    private static Option option(Escalation one) {
        return new Option(one.id().toString(), "rung." + one.kind().name());
    }

    private static Fields majorReport() {
        return new Fields()
                .require("authority", Kind.TEXT)
                .requireDate("reportedOn", null, null, null)
                .ask("way", Kind.TEXT)
                .require("causes", Kind.LONG_TEXT)
                .require("degree", Kind.LONG_TEXT)
                .require("plan", Kind.LONG_TEXT);
    }

    private PolicyContent policy(Hazard hazard) {
        Instant now = steps.now();
        return rules.policy(hazard.area(), now);
    }
}
