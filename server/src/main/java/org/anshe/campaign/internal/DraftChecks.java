package org.anshe.campaign.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.anshe.campaign.CampaignProblem;
import org.anshe.campaign.internal.reading.PartialDate;
import org.anshe.campaign.internal.reading.Passage;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/** What a draft must satisfy before it becomes a campaign; a refusal names the lines to look at. */
final class DraftChecks {

    private DraftChecks() {}

    static void requireReady(CampaignDraft draft) {
        if (draft.isEmpty()) {
            throw new ProblemException(CampaignProblem.NOTHING_ACCEPTED);
        }
        refuse(CampaignProblem.YEAR_UNKNOWN, linesWithoutYear(draft));
        refuse(CampaignProblem.UNSUPPORTED_PERIOD, linesWithOddPeriod(draft));
        refuse(CampaignProblem.SPAN_REVERSED, linesReversed(draft));
    }

    static List<Integer> linesWithoutYear(CampaignDraft draft) {
        return lines(Stream.of(
                        draft.stages().stream()
                                .filter(stage -> yearless(stage.start()) || yearless(stage.end()))
                                .map(CampaignDraft.Stage::source),
                        draft.tasks().stream()
                                .filter(task -> yearless(task.due()))
                                .map(CampaignDraft.Task::source),
                        draft.targets().stream()
                                .filter(target -> yearless(target.by()))
                                .map(CampaignDraft.Target::source))
                .flatMap(sources -> sources));
    }

    static List<Integer> linesWithOddPeriod(CampaignDraft draft) {
        return lines(draft.duties().stream()
                .filter(duty -> DutyRhythm.of(duty.every(), duty.times()).isEmpty())
                .map(CampaignDraft.Duty::source));
    }

    static List<Integer> linesReversed(CampaignDraft draft) {
        return lines(draft.stages().stream()
                .filter(stage -> {
                    LocalDate first = PlanDates.firstDay(stage.start());
                    LocalDate last = PlanDates.lastDay(stage.end());
                    return first != null && last != null && last.isBefore(first);
                })
                .map(CampaignDraft.Stage::source));
    }

    private static boolean yearless(@Nullable PartialDate date) {
        return date != null && date.year() == 0;
    }

    private static List<Integer> lines(Stream<Passage> sources) {
        return sources.map(Passage::line).distinct().sorted().toList();
    }

    private static void refuse(CampaignProblem problem, List<Integer> lines) {
        if (!lines.isEmpty()) {
            throw new ProblemException(problem, "lines", lines);
        }
    }
}
