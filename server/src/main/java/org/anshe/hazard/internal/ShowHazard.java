package org.anshe.hazard.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.attachment.Attachments.Linked;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.DetailQueries.Detail;
import org.anshe.hazard.internal.FiveElements.Funding;
import org.anshe.hazard.internal.FiveElements.Responsible;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One hazard with its five elements, photos, timeline, and what the caller may do with it now. */
@Service
public class ShowHazard {

    private final DetailQueries details;
    private final ListHazards lists;
    private final Offers offers;
    private final Attachments attachments;
    private final Areas areas;
    private final ShowBeside beside;

    ShowHazard(
            DetailQueries details,
            ListHazards lists,
            Offers offers,
            Attachments attachments,
            Areas areas,
            ShowBeside beside) {
        this.details = details;
        this.lists = lists;
        this.offers = offers;
        this.attachments = attachments;
        this.areas = areas;
        this.beside = beside;
    }

    /** The five elements as they stand; {@code missing} names what is open. */
    public record Elements(
            @Nullable String measure,
            @Nullable UUID responsibleId,
            @Nullable String responsibleName,
            @Nullable Boolean fundingNeeded,
            @Nullable BigDecimal fundingAmount,
            @Nullable String fundingSource,
            @Nullable Instant dueAt,
            @Nullable String contingency,
            List<String> missing) {}

    /**
     * A photo or paper.
     *
     * @param role before, after or reinspection
     */
    public record Photo(UUID id, String role, String name, String mediaType, boolean picture) {}

    /** One step of the timeline. */
    public record TimelineStep(
            int seq,
            Instant at,
            @Nullable UUID actorId,
            String actorName,
            String action,
            @Nullable HazardStatus from,
            HazardStatus to,
            Map<String, Object> facts) {}

    /** Moments and counts of what happened. */
    public record Course(
            @Nullable Instant confirmedAt,
            @Nullable Instant assignedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant closedAt,
            @Nullable Boolean closedInTime,
            int returned,
            int handedBack,
            int handedOver,
            int reopened) {}

    /**
     * Everything.
     *
     * @param areaPath names from the street down
     * @param beside what ran or runs beside the loop
     * @param duplicateOf the hazard this one was found to repeat
     */
    public record View(
            ListHazards.Row hazard,
            String areaPath,
            @Nullable UUID sourceId,
            @Nullable UUID duplicateOf,
            @Nullable String duplicateOfNumber,
            Elements elements,
            Course course,
            ShowBeside.Shown beside,
            List<Photo> photos,
            List<TimelineStep> timeline,
            List<Offer> offers) {}

    @Transactional(readOnly = true)
    public View show(Caller caller, UUID id) {
        Detail detail = details.find(caller.scopeFor(HazardSteps.VIEW), id)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        Hazard hazard = detail.hazard();
        List<Linked> photos = attachments.of(Hazard.KIND, id);
        UUID original = hazard.state() instanceof HazardState.Duplicate duplicate ? duplicate.original() : null;
        return new View(
                lists.named(List.of(detail.row())).getFirst(),
                areas.path(hazard.area()),
                hazard.identity().sourceId(),
                original,
                original == null ? null : details.number(original).orElse(null),
                elements(hazard.elements()),
                course(detail.told()),
                beside.of(hazard),
                photos.stream().map(ShowHazard::photo).toList(),
                details.steps(id).stream().map(ShowHazard::step).toList(),
                offers.of(caller, hazard, photos));
    }

    private static Elements elements(FiveElements elements) {
        Responsible responsible = elements.responsible();
        Funding.Needed money = elements.funding() instanceof Funding.Needed needed ? needed : null;
        return new Elements(
                elements.measure(),
                responsible == null ? null : responsible.personId(),
                responsible == null ? null : responsible.name(),
                elements.funding() == null ? null : money != null,
                money == null ? null : money.amount(),
                money == null ? null : money.source(),
                elements.dueAt(),
                elements.contingency(),
                elements.missing());
    }

    private static Course course(DetailQueries.Told told) {
        return new Course(
                told.confirmedAt(),
                told.assignedAt(),
                told.submittedAt(),
                told.closedAt(),
                told.closedInTime(),
                told.returned(),
                told.handedBack(),
                told.handedOver(),
                told.reopened());
    }

    private static Photo photo(Linked linked) {
        Attachments.Attachment file = linked.attachment();
        return new Photo(file.id(), linked.role(), file.fileName(), file.mediaType(), file.picture());
    }

    private static TimelineStep step(DetailQueries.Step step) {
        return new TimelineStep(
                step.seq(),
                step.at(),
                step.actorId(),
                step.actorName(),
                step.action(),
                step.from(),
                step.to(),
                step.facts());
    }
}
