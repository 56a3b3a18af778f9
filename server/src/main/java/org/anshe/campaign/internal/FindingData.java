package org.anshe.campaign.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.anshe.campaign.internal.reading.PartialDate;
import org.jspecify.annotations.Nullable;

/** What a finding says, one form a kind. */
sealed interface FindingData {

    FindingKind kind();

    /** The dates it holds, for the question whether a year is still unknown. */
    default Stream<PartialDate> dates() {
        return Stream.of();
    }

    private static Stream<PartialDate> present(@Nullable PartialDate... dates) {
        return Stream.of(dates).flatMap(Stream::ofNullable);
    }

    /** A numbered item (条目). */
    record Outline(String label, int level, String title) implements FindingData {
        @Override
        public FindingKind kind() {
            return FindingKind.OUTLINE;
        }
    }

    /** A named phase (阶段); an end that is not printed is null. */
    record Stage(
            String name,
            @Nullable PartialDate start,
            @Nullable PartialDate end) implements FindingData {
        @Override
        public FindingKind kind() {
            return FindingKind.STAGE;
        }

        @Override
        public Stream<PartialDate> dates() {
            return present(start, end);
        }
    }

    /** Who leads (牵头) and who cooperates (配合), as printed. */
    record Responsibility(List<String> lead, List<String> cooperate) implements FindingData {
        public Responsibility {
            lead = List.copyOf(lead);
            cooperate = List.copyOf(cooperate);
        }

        @Override
        public FindingKind kind() {
            return FindingKind.RESPONSIBILITY;
        }

        Stream<String> names() {
            return Stream.concat(lead.stream(), cooperate.stream());
        }
    }

    /** Something to be done once by a date (完成时限). */
    record Deadline(PartialDate date, String what, @Nullable String recipient) implements FindingData {
        @Override
        public FindingKind kind() {
            return FindingKind.DEADLINE;
        }

        @Override
        public Stream<PartialDate> dates() {
            return Stream.of(date);
        }
    }

    /** Something to be done again and again (周期性工作). */
    record Recurrence(
            String what, String every, int times, @Nullable String at) implements FindingData {
        @Override
        public FindingKind kind() {
            return FindingKind.RECURRENCE;
        }
    }

    /** A quantified goal (目标). */
    record Target(
            String metric,
            String op,
            BigDecimal value,
            String unit,
            @Nullable PartialDate by) implements FindingData {
        @Override
        public FindingKind kind() {
            return FindingKind.TARGET;
        }

        @Override
        public Stream<PartialDate> dates() {
            return present(by);
        }
    }
}
