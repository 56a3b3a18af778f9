package org.anshe.campaign.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.campaign.internal.reading.PlanDocument;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A plan document as its review shows it. */
public record PlanView(
        Listed document,
        @Nullable Integer baseYear,
        String format,
        UUID originalFileId,
        Instant readAt,
        String readerVersion,
        @Nullable String discardReason,
        int version,
        List<PlanDocument.Paragraph> paragraphs,
        List<FindingView> findings,
        List<WarningView> warnings,
        List<UnitName> units) {

    /** A document in the list; the counts are of its findings. */
    public record Listed(
            UUID id,
            String title,
            String fileName,
            AreaKey area,
            @Nullable String areaName,
            PlanState state,
            Instant uploadedAt,
            String uploadedByName,
            @Nullable Instant settledAt,
            @Nullable String settledByName,
            int pending,
            int accepted,
            int rejected,
            @Nullable UUID campaignId) {}

    /**
     * A finding.
     *
     * @param start first character of the passage in its paragraph, from 0
     * @param end the character after the last
     * @param read what the reader read; null when a person added it
     * @param data what holds now, in the exchange format of plan readings
     */
    public record FindingView(
            UUID id,
            FindingKind kind,
            int line,
            int start,
            int end,
            @Nullable JsonNode read,
            JsonNode data,
            Decision decision,
            int version) {

        static FindingView of(Finding finding) {
            FindingData read = finding.read();
            return new FindingView(
                    finding.id(),
                    finding.kind(),
                    finding.passage().line(),
                    finding.passage().start(),
                    finding.passage().end(),
                    read == null ? null : FindingJson.write(read),
                    FindingJson.write(finding.data()),
                    finding.decision(),
                    finding.version());
        }
    }

    /** Something a person should look at; the interface words kind and facts. */
    public record WarningView(String kind, int line, int start, int end, Map<String, String> facts) {}

    /**
     * A name printed as responsible.
     *
     * @param unitId null while it is no unit in the directory
     * @param mapped whether a person said which unit it is
     */
    public record UnitName(
            String name, @Nullable UUID unitId, @Nullable String unitName, boolean mapped) {}

    /** What confirming now would make, and what stands in its way, by line. */
    public record Preview(
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            int stages,
            int topics,
            int tasks,
            int datedTasks,
            int duties,
            int targets,
            int pending,
            List<String> unknownUnits,
            List<Integer> linesWithoutYear,
            List<Integer> linesWithOddPeriod,
            List<Integer> linesReversed) {}
}
