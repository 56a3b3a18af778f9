package org.anshe.hazard.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.BesideOffers.Beside;
import org.anshe.hazard.internal.ListingRepository.Listing;
import org.anshe.hazard.internal.ListingRules.ClockSet;
import org.anshe.hazard.internal.ListingRules.StopWork;
import org.anshe.hazard.internal.Offer.Fields;
import org.anshe.hazard.internal.Offer.Kind;
import org.anshe.hazard.internal.Offer.Option;
import org.anshe.organisation.Units;
import org.springframework.stereotype.Component;

/** The steps of listed supervision that are open now, with the notices worded in advance. */
@Component
class ListingOffers {

    private final ListingRepository listings;
    private final ListingRules sets;
    private final HazardQueries hazards;
    private final Units units;
    private final HazardSteps steps;

    ListingOffers(
            ListingRepository listings, ListingRules sets, HazardQueries hazards, Units units, HazardSteps steps) {
        this.listings = listings;
        this.sets = sets;
        this.hazards = hazards;
        this.units = units;
        this.steps = steps;
    }

    List<Beside> of(Hazard hazard) {
        if (hazard.handling().has(Pending.LISTING)) {
            return listings.open(hazard.id())
                    .map(listing -> of(hazard, listing))
                    .orElse(List.of());
        }
        boolean listable = hazard.grade() == HazardGrade.MAJOR
                && hazard.state().status().open()
                && !(hazard.state() instanceof HazardState.Reported);
        return listable ? List.of(new Beside(HazardAction.FILE_LISTING, filing())) : List.of();
    }

    private List<Beside> of(Hazard hazard, Listing listing) {
        return switch (listing.state()) {
            case FILED -> List.of(new Beside(HazardAction.PUBLISH_LISTING, notice(hazard, listing, ClockSet::notice)));
            case PUBLISHED -> published(hazard, listing);
            case VERIFYING ->
                Stream.of(HazardAction.PASS_VERIFICATION, HazardAction.FAIL_VERIFICATION)
                        .filter(answer -> answer == HazardAction.FAIL_VERIFICATION || rectified(hazard))
                        .map(answer -> new Beside(answer, new Fields().require("finding", Kind.LONG_TEXT)))
                        .toList();
            case DELISTED ->
                List.of(new Beside(HazardAction.PUBLISH_DELISTING, notice(hazard, listing, ClockSet::endNotice)));
            case ENDED -> List.of();
        };
    }

    private List<Beside> published(Hazard hazard, Listing listing) {
        List<Beside> offers = new ArrayList<>();
        if (rectified(hazard)) {
            offers.add(new Beside(HazardAction.ASK_VERIFICATION, new Fields().ask("note", Kind.LONG_TEXT)));
        }
        if (listings.asked(listing.id()).isPresent()) {
            offers.add(new Beside(HazardAction.GRANT_TERM, new Fields().ask("note", Kind.LONG_TEXT)));
            offers.add(new Beside(HazardAction.REFUSE_TERM, new Fields().require("reason", Kind.LONG_TEXT)));
        } else {
            LocalDate first = listing.filing().termUntil().plusDays(1);
            offers.add(new Beside(
                    HazardAction.ASK_TERM,
                    new Fields()
                            .requireDate("until", null, first.toString(), null)
                            .require("reason", Kind.LONG_TEXT)));
        }
        return offers;
    }

    private static boolean rectified(Hazard hazard) {
        return hazard.state().status() == HazardStatus.SUBMITTED;
    }

    private Fields filing() {
        List<Option> known = sets.all().stream()
                .map(set -> new Option(set.code(), "listingSet." + set.code()))
                .toList();
        List<Option> stops = Arrays.stream(StopWork.values())
                .map(stop -> new Option(stop.name(), "stopWork." + stop.name()))
                .toList();
        String tomorrow = WorkingCalendar.dayOf(steps.now()).plusDays(1).toString();
        return new Fields()
                .choose("clockSet", known)
                .require("authority", Kind.TEXT)
                .ask("leader", Kind.TEXT)
                .requireDate("termUntil", null, tomorrow, null)
                .choose("stopWork", stops)
                .ask("stopScope", Kind.TEXT)
                .require("plan", Kind.LONG_TEXT);
    }

    private Fields notice(Hazard hazard, Listing listing, java.util.function.Function<ClockSet, String> template) {
        String words = sets.find(listing.filing().clockSet())
                .map(template)
                .map(text -> filled(text, hazard, listing))
                .orElse("");
        return new Fields().add("notice", Kind.LONG_TEXT, true, words).ask("where", Kind.TEXT);
    }

    /** What is not known leaves a gap to be filled by hand. */
    private String filled(String template, Hazard hazard, Listing listing) {
        ListedHazard row = hazards.words(hazard.id());
        UUID unit = hazard.unitId();
        String scope = listing.filing().stopScope();
        String stop = switch (listing.filing().stopWork()) {
            case NONE -> "";
            case PARTIAL -> "停止使用范围：" + (scope == null ? "＿＿" : scope) + "。";
            case FULL -> "整改期间全部停产停业。";
        };
        Map<String, String> facts = Map.of(
                "unit",
                Optional.ofNullable(unit)
                        .flatMap(units::find)
                        .map(Units.Unit::name)
                        .orElse("＿＿"),
                "description",
                row.description(),
                "number",
                row.number(),
                "place",
                row.place() == null ? "＿＿" : row.place(),
                "authority",
                listing.filing().authority(),
                "leader",
                listing.filing().leader() == null ? "＿＿" : listing.filing().leader(),
                "until",
                listing.filing().termUntil().toString(),
                "stop",
                stop);
        String text = template;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return text;
    }
}
