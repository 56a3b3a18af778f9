package org.anshe.hazard.internal.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anshe.hazard.HazardGrade;
import org.anshe.shared.AreaLevel;
import org.jspecify.annotations.Nullable;

/**
 * Everything a clock policy rules.
 *
 * @param nearPercent a clock is near when this share of it is over
 * @param precedence the sources of a limit, first one first
 * @param pauses what stops a clock while it lasts
 * @param majorReport within which time a confirmed major hazard is reported up
 * @param ladder rungs in the order they are climbed
 * @param warnings when a unit is warned early
 */
public record PolicyContent(
        int nearPercent,
        List<LimitSource> precedence,
        List<LimitRule> limits,
        Set<Pause> pauses,
        Extensions extensions,
        Transfers transfers,
        List<LookBackRule> lookBacks,
        TimeLimit majorReport,
        List<Rung> ladder,
        List<WarningRule> warnings) {

    public PolicyContent {
        precedence = List.copyOf(precedence);
        limits = List.copyOf(limits);
        pauses = Set.copyOf(pauses);
        lookBacks = List.copyOf(lookBacks);
        ladder = List.copyOf(ladder);
        warnings = List.copyOf(warnings);
    }

    /** What may stop a clock. */
    public enum Pause {
        /** An extension was asked for and is not decided. */
        EXTENSION_ASKED,
        /** A unit was handed the hazard and has not answered. */
        HAND_OVER_UNANSWERED,
        /** Units refuse it to each other, and the decision is outstanding. */
        HAND_OVER_DISPUTED
    }

    /**
     * Who may extend a rectification.
     *
     * @param most how often at all
     * @param askBefore how long before the deadline it is to be asked for; null up to its last moment
     * @param answer within which time it is decided
     */
    public record Extensions(int most, @Nullable TimeLimit askBefore, TimeLimit answer, List<ExtensionRule> rules) {

        public Extensions {
            rules = List.copyOf(rules);
        }

        /** The level that decides, absent when nobody may grant so much. */
        public Optional<AreaLevel> decider(HazardGrade grade, int nth, int days) {
            return rules.stream()
                    .filter(rule -> rule.fits(grade, nth, days))
                    .map(ExtensionRule::level)
                    .max(Comparator.naturalOrder());
        }
    }

    /**
     * Up to how many days a level may grant.
     *
     * @param grade null for any
     * @param upToNth up to the how-manieth extension of a hazard
     */
    public record ExtensionRule(@Nullable HazardGrade grade, int upToNth, int upToDays, AreaLevel level) {

        boolean fits(HazardGrade of, int nth, int days) {
            return (grade == null || grade == of) && nth <= upToNth && days <= upToDays;
        }
    }

    /**
     * Handing over and reporting up.
     *
     * @param answer within which time the receiver accepts or refuses
     * @param mostRefusals after so many refusals the level named decides, and nobody refuses any more
     */
    public record Transfers(TimeLimit answer, int mostRefusals, AreaLevel decides) {}

    /**
     * When a closed hazard is looked at again.
     *
     * @param grade null for any
     * @param domain null for any
     * @param share percent of the hazards that are looked at; which ones follows from their ids
     */
    public record LookBackRule(
            @Nullable HazardGrade grade, @Nullable String domain, TimeLimit after, int share) {

        boolean fits(LimitRule.Category category) {
            return (grade == null || grade == category.grade()) && (domain == null || domain.equals(category.domain()));
        }

        int exactness() {
            return (grade == null ? 0 : 2) + (domain == null ? 0 : 1);
        }
    }

    /**
     * A unit is warned when it has so many hazards of a kind within so many days.
     *
     * @param least this many warn
     */
    public record WarningRule(Kind kind, int least, int days) {

        /** What is counted. */
        public enum Kind {
            /** Confirmed as major ones. */
            MAJOR,
            /** Said to repeat an earlier one, or opened again after they were closed. */
            REPEATED,
            /** Not accepted at the re-inspection. */
            RETURNED,
            /** Not put right by the deadline. */
            OVERDUE
        }
    }

    /** The limit of a clock with where it comes from. */
    public record Found(TimeLimit limit, LimitSource source) {}

    /** @param own limits set for this one hazard */
    public Found limit(HazardClock clock, LimitRule.Category category, Map<HazardClock, TimeLimit> own) {
        for (LimitSource source : precedence) {
            Optional<TimeLimit> found = source == LimitSource.HAZARD
                    ? Optional.ofNullable(own.get(clock))
                    : limits.stream()
                            .filter(rule -> rule.from() == source && rule.fits(clock, category))
                            .max(Comparator.comparingInt(LimitRule::exactness))
                            .map(LimitRule::limit);
            if (found.isPresent()) {
                return new Found(found.get(), source);
            }
        }
        throw new IllegalStateException("A policy has a default for every clock: " + clock);
    }

    /** The rule that names most, absent when nobody looks back at such a hazard. */
    public Optional<LookBackRule> lookBack(LimitRule.Category category) {
        return lookBacks.stream()
                .filter(rule -> rule.fits(category))
                .max(Comparator.comparingInt(LookBackRule::exactness));
    }

    /** The rungs that follow the breach of a clock. */
    public List<Rung> ladder(HazardClock clock, HazardGrade grade) {
        return ladder.stream().filter(rung -> rung.fits(clock, grade)).toList();
    }
}
