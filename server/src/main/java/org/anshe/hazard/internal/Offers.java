package org.anshe.hazard.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anshe.attachment.Attachments.Linked;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.internal.FiveElements.Funding;
import org.anshe.hazard.internal.FiveElements.Responsible;
import org.anshe.hazard.internal.Offer.Fields;
import org.anshe.hazard.internal.Offer.Kind;
import org.anshe.register.RegisterObjects;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The steps a caller may take with a hazard now: offered by its state, permitted there, and not one's own work. */
@Component
class Offers {

    private final RectificationLimit limit;
    private final RegisterObjects objects;
    private final HazardSteps steps;
    private final BesideOffers beside;
    private final ListingOffers listings;

    Offers(
            RectificationLimit limit,
            RegisterObjects objects,
            HazardSteps steps,
            BesideOffers beside,
            ListingOffers listings) {
        this.limit = limit;
        this.objects = objects;
        this.steps = steps;
        this.beside = beside;
        this.listings = listings;
    }

    List<Offer> of(Caller caller, Hazard hazard, List<Linked> photos) {
        List<Offer> offers = new ArrayList<>(HazardAction.offeredBy(hazard.state()).stream()
                .filter(action -> allowed(caller, hazard, action))
                .filter(action -> action != HazardAction.FIX_ON_SPOT || hazard.grade() == HazardGrade.GENERAL)
                .filter(action -> beside.lets(caller, hazard, action))
                .map(action -> fields(action, hazard, photos).of(action))
                .toList());
        Stream.concat(beside.of(caller, hazard).stream(), listings.of(hazard).stream())
                .filter(offer -> allowed(caller, hazard, offer.action()))
                .map(offer -> offer.fields().of(offer.action()))
                .forEach(offers::add);
        return offers;
    }

    private static boolean allowed(Caller caller, Hazard hazard, HazardAction action) {
        return caller.may(action.permission(), hazard.area(), hazard.unitId())
                && (!action.byHandler() || HazardSteps.handles(caller, hazard, action))
                && (!action.needsIndependence(hazard.state()) || !hazard.isInvolved(caller));
    }

    private Fields fields(HazardAction action, Hazard hazard, List<Linked> photos) {
        Fields fields = new Fields();
        return switch (action) {
            case CONFIRM ->
                fields.add("grade", Kind.GRADE, true, hazard.grade())
                        .ask("judgement", Kind.JUDGEMENT)
                        .ask("note", Kind.LONG_TEXT);
            case REJECT, HAND_BACK, REFUSE_HAND_OVER -> fields.require("reason", Kind.LONG_TEXT);
            case MARK_DUPLICATE -> fields.require("original", Kind.HAZARD).require("reason", Kind.LONG_TEXT);
            case ASSIGN -> assign(fields, hazard);
            case PLAN -> elements(fields, hazard.elements(), false);
            case SUBMIT ->
                elements(
                        fields.require("result", Kind.LONG_TEXT).require("photosAfter", Kind.PICTURES),
                        hazard.elements(),
                        false);
            case HAND_OVER, DECIDE_OWNER -> fields.require("unitId", Kind.UNIT).require("reason", Kind.LONG_TEXT);
            case FIX_ON_SPOT ->
                fields.require("measure", Kind.LONG_TEXT)
                        .add("photosBefore", Kind.PICTURES, !shows(photos, Evidence.BEFORE), null)
                        .require("photosAfter", Kind.PICTURES);
            case CLOSE, LOOK_BACK -> fields.ask("note", Kind.LONG_TEXT).ask("photos", Kind.PICTURES);
            case RETURN ->
                giveBack(fields.require("reason", Kind.LONG_TEXT), hazard).ask("photos", Kind.PICTURES);
            case REOPEN -> fields.require("reason", Kind.LONG_TEXT).ask("photos", Kind.PICTURES);
            case ACCEPT_HAND_OVER -> fields.ask("note", Kind.LONG_TEXT);
            case REPORT,
                    REPORT_UP,
                    ACCEPT_REPORT,
                    SEND_DOWN,
                    ASK_EXTENSION,
                    WITHDRAW_EXTENSION,
                    GRANT_EXTENSION,
                    REFUSE_EXTENSION,
                    SET_LIMIT,
                    JUDGE,
                    REPORT_MAJOR,
                    TAKE_RUNG,
                    DISMISS_RUNG,
                    ESCALATE,
                    APPLY_POLICY,
                    FILE_LISTING,
                    PUBLISH_LISTING,
                    ASK_TERM,
                    GRANT_TERM,
                    REFUSE_TERM,
                    ASK_VERIFICATION,
                    PASS_VERIFICATION,
                    FAIL_VERIFICATION,
                    PUBLISH_DELISTING -> fields;
        };
    }

    private Fields assign(Fields fields, Hazard hazard) {
        Instant now = steps.now();
        UUID object = hazard.identity().objectId();
        UUID proposed = Optional.ofNullable(hazard.unitId())
                .or(() -> object == null
                        ? Optional.empty()
                        : Optional.ofNullable(objects.byIds(List.of(object)).get(object))
                                .map(RegisterObjects.RegisterObject::unitId))
                .orElse(null);
        String last = WorkingCalendar.dayOf(limit.byRule(hazard, now)).toString();
        fields.add("unitId", Kind.UNIT, true, proposed)
                .date("deadline", last, WorkingCalendar.dayOf(now).toString(), last);
        return elements(fields, hazard.elements(), hazard.grade() == HazardGrade.MAJOR)
                .ask("note", Kind.LONG_TEXT);
    }

    private Fields giveBack(Fields fields, Hazard hazard) {
        if (!(hazard.state() instanceof HazardState.Submitted)) {
            return fields;
        }
        Instant now = steps.now();
        return fields.date(
                "deadline",
                null,
                WorkingCalendar.dayOf(now).toString(),
                WorkingCalendar.dayOf(limit.byRule(hazard, now)).toString());
    }

    private static Fields elements(Fields fields, FiveElements elements, boolean required) {
        return fields.add("measure", Kind.LONG_TEXT, required, elements.measure())
                .add("responsible", Kind.PERSON, required, person(elements.responsible()))
                .add("funding", Kind.FUNDING, required, funding(elements.funding()))
                .add("contingency", Kind.LONG_TEXT, required, elements.contingency());
    }

    private static @Nullable Object person(@Nullable Responsible responsible) {
        if (responsible == null) {
            return null;
        }
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("id", responsible.personId());
        value.put("name", responsible.name());
        return value;
    }

    private static @Nullable Object funding(@Nullable Funding funding) {
        Map<String, Object> value = new LinkedHashMap<>();
        switch (funding) {
            case null -> {
                return null;
            }
            case Funding.NotNeeded any -> value.put("needed", false);
            case Funding.Needed needed -> {
                value.put("needed", true);
                value.put("amount", needed.amount());
                value.put("source", needed.source());
            }
        }
        return value;
    }

    private static boolean shows(List<Linked> photos, String role) {
        return photos.stream()
                .anyMatch(
                        photo -> photo.role().equals(role) && photo.attachment().picture());
    }
}
