package org.anshe.campaign.internal.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a plan says, each finding with the passage it was read from. Proposals only: people confirm them. */
public record PlanReading(
        @Nullable String title,
        List<Outline> outline,
        List<Stage> stages,
        List<Responsibility> responsibilities,
        List<Deadline> deadlines,
        List<Recurrence> recurrences,
        List<Target> targets,
        List<Warning> warnings) {

    public PlanReading {
        outline = List.copyOf(outline);
        stages = List.copyOf(stages);
        responsibilities = List.copyOf(responsibilities);
        deadlines = List.copyOf(deadlines);
        recurrences = List.copyOf(recurrences);
        targets = List.copyOf(targets);
        warnings = List.copyOf(warnings);
    }

    /** A numbered item (条目): label as printed, level 1 outermost. */
    public record Outline(Passage source, String label, int level, String title) {}

    /** A named phase (阶段); null where no start or no end is printed. */
    public record Stage(
            Passage source,
            String name,
            @Nullable PartialDate start,
            @Nullable PartialDate end) {}

    /** Who leads (牵头) and who cooperates (配合), as printed. */
    public record Responsibility(Passage source, List<String> lead, List<String> cooperate) {
        public Responsibility {
            lead = List.copyOf(lead);
            cooperate = List.copyOf(cooperate);
        }
    }

    /** Something to be done once by a date (完成时限). */
    public record Deadline(
            Passage source,
            PartialDate date,
            String what,
            @Nullable String recipient) {}

    /**
     * Something to be done again and again (周期性工作).
     *
     * @param every ISO 8601 duration such as P1D, P1W, P1M, P3M, P6M, P1Y
     * @param times how often within one period
     * @param at the hour or day as printed
     */
    public record Recurrence(
            Passage source,
            String what,
            String every,
            int times,
            @Nullable String at) {}

    /** A quantified goal (目标). */
    public record Target(
            Passage source,
            String metric,
            Bound op,
            BigDecimal value,
            String unit,
            @Nullable PartialDate by) {}

    /** How a target's value bounds its metric. */
    public enum Bound {
        AT_LEAST(">="),
        AT_MOST("<="),
        EQUAL("=");

        private final String symbol;

        Bound(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    /** Something a person should look at; the interface finds the words for kind and facts. */
    public record Warning(WarningKind kind, Passage source, Map<String, String> facts) {
        public Warning {
            facts = Map.copyOf(facts);
        }
    }

    /** Kinds of warning. */
    public enum WarningKind {
        IMPOSSIBLE_DATE,
        YEAR_MASKED,
        YEAR_UNKNOWN,
        STAGES_OVERLAP,
        STAGES_GAP,
        STAGE_ENDS_BEFORE_START,
        DEADLINE_BEFORE_START,
        DEADLINE_AFTER_END,
        NUMBERING_SKIPPED,
        NUMBERING_REPEATED
    }
}
