package org.anshe.campaign.internal.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.attachment.Attachments.Linked;
import org.anshe.campaign.internal.measures.MeasureQueries.Filter;
import org.anshe.campaign.internal.measures.MeasureQueries.Found;
import org.anshe.hazard.HazardLedger;
import org.anshe.organisation.Units;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows measures: in lists and tables, and one with all its texts and what happened to it. */
@Service
public class ShowMeasures {

    private final MeasureQueries queries;
    private final MeasureRepository measures;
    private final HazardLedger ledger;
    private final Attachments attachments;
    private final Areas areas;
    private final Units units;

    ShowMeasures(
            MeasureQueries queries,
            MeasureRepository measures,
            HazardLedger ledger,
            Attachments attachments,
            Areas areas,
            Units units) {
        this.queries = queries;
        this.measures = measures;
        this.ledger = ledger;
        this.attachments = attachments;
        this.areas = areas;
        this.units = units;
    }

    /** What to look for; null members do not restrict. */
    public record Search(
            @Nullable MeasureState state,
            @Nullable MeasureKind kind,
            @Nullable String domain,
            @Nullable AreaKey area,
            @Nullable UUID listId,
            @Nullable String text) {}

    /**
     * A measure in a list.
     *
     * @param revising whether a revision is in the making
     * @param issued how many texts were issued
     * @param answers how many problems it answers
     */
    public record Listed(
            UUID id,
            String title,
            @Nullable String number,
            MeasureKind kind,
            @Nullable String domain,
            AreaKey area,
            @Nullable String areaName,
            UUID unitId,
            @Nullable String unitName,
            MeasureState state,
            boolean revising,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable LocalDate endedOn,
            int issued,
            int answers,
            Instant createdAt) {}

    /** A document of a text. */
    public record Document(UUID id, String fileName, String mediaType, long size) {}

    /** One text of a measure. */
    public record Text(
            int nth,
            String title,
            @Nullable String body,
            @Nullable String revises,
            String state,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable Instant issuedAt,
            @Nullable String issuedByName,
            @Nullable String sha256,
            List<Document> documents) {}

    /** What happened. */
    public record Step(
            MeasureAction action, int nth, @Nullable String words, Instant at, String byName) {}

    /**
     * A measure whole.
     *
     * @param texts newest first
     * @param hazards the problems it answers, as far as the caller sees them
     * @param origin facts of the common problem it answers
     */
    public record View(
            Listed measure,
            @Nullable UUID listId,
            @Nullable Integer nthInForce,
            @Nullable Integer nthDraft,
            @Nullable String endReason,
            String createdByName,
            int version,
            Map<String, String> origin,
            List<Text> texts,
            List<Step> steps,
            List<HazardLedger.Named> hazards,
            boolean mayDraft,
            boolean mayIssue) {}

    @Transactional(readOnly = true)
    public Page<Listed> list(Caller caller, Search search, PageRequest page) {
        Page<Found> found = queries.list(caller.scope(), filter(search), page);
        return new Page<>(named(found.items()), found.next(), null);
    }

    /** The measures of a list as rows of a table. */
    @Transactional(readOnly = true)
    public Page<MeasureCells.Line> lines(Scope scope, UUID list, PageRequest page) {
        Page<Found> found = queries.list(scope, new Filter(null, null, null, list, List.of(), null), page);
        Map<UUID, Units.Unit> holders = units.byIds(found.items().stream()
                .map(one -> one.measure().unitId())
                .distinct()
                .toList());
        Map<AreaKey, String> names = areas.paths(found.items().stream()
                .map(one -> one.measure().area())
                .distinct()
                .toList());
        return found.map(one -> MeasureCells.line(
                one,
                holders.containsKey(one.measure().unitId())
                        ? holders.get(one.measure().unitId()).name()
                        : null,
                names.get(one.measure().area())));
    }

    @Transactional(readOnly = true)
    public View show(Caller caller, UUID id) {
        Found found = queries.find(caller.scopeFor(MeasureAccess.VIEW), id)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        MeasureRow measure = found.measure();
        List<MeasureText> texts = measures.texts(id);
        Map<UUID, List<Linked>> files = attachments.of(
                DraftMeasure.FILES, texts.stream().map(MeasureText::filesId).toList());
        return new View(
                named(List.of(found)).getFirst(),
                measure.listId(),
                measure.nthInForce(),
                measure.nthDraft(),
                measure.endReason(),
                measure.createdByName(),
                measure.version(),
                measure.origin(),
                texts.stream()
                        .map(text -> text(text, files.getOrDefault(text.filesId(), List.of())))
                        .toList(),
                measures.steps(id).stream()
                        .map(step -> new Step(step.action(), step.nth(), step.words(), step.at(), step.byName()))
                        .toList(),
                ledger.named(caller.scopeFor("hazard.view"), null, measures.hazards(id)),
                caller.may("measure.draft", measure.area(), measure.unitId()),
                caller.may("measure.issue", measure.area(), measure.unitId()));
    }

    private Filter filter(Search search) {
        return new Filter(
                search.state(),
                search.kind(),
                search.domain(),
                search.listId(),
                areas.rangesOf(search.area()),
                search.text());
    }

    private List<Listed> named(List<Found> rows) {
        Map<AreaKey, String> names = areas.names(
                rows.stream().map(row -> row.measure().area()).distinct().toList());
        Map<UUID, Units.Unit> holders = units.byIds(
                rows.stream().map(row -> row.measure().unitId()).distinct().toList());
        return rows.stream().map(row -> listed(row, names, holders)).toList();
    }

    private static Listed listed(Found row, Map<AreaKey, String> names, Map<UUID, Units.Unit> holders) {
        MeasureRow measure = row.measure();
        Units.Unit unit = holders.get(measure.unitId());
        return new Listed(
                measure.id(),
                measure.title(),
                measure.number(),
                measure.kind(),
                measure.domain(),
                measure.area(),
                names.get(measure.area()),
                measure.unitId(),
                unit == null ? null : unit.name(),
                measure.state(),
                measure.state() == MeasureState.IN_FORCE && measure.nthDraft() != null,
                measure.issuedOn(),
                row.effectiveOn(),
                measure.endedOn(),
                row.issued(),
                row.answers(),
                measure.createdAt());
    }

    private static Text text(MeasureText text, List<Linked> files) {
        return new Text(
                text.nth(),
                text.title(),
                text.body(),
                text.revises(),
                text.state().name(),
                text.number(),
                text.issuedOn(),
                text.effectiveOn(),
                text.issuedAt(),
                text.issuedByName(),
                text.sha256(),
                files.stream()
                        .map(Linked::attachment)
                        .map(file -> new Document(file.id(), file.fileName(), file.mediaType(), file.size()))
                        .toList());
    }
}
