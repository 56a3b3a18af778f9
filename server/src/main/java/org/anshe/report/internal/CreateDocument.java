package org.anshe.report.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.report.ReportProblem;
import org.anshe.report.internal.DocumentRepository.Document;
import org.anshe.report.internal.DocumentRepository.State;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.anshe.territory.Areas.Area;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Composes a document from the figures of this moment and keeps both. */
@Service
public class CreateDocument {

    public static final String HALF_YEAR_BRIEFING = "half-year-briefing";

    private final ComposeBriefing compose;
    private final DocumentRepository documents;
    private final SelectArea selectArea;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    CreateDocument(
            ComposeBriefing compose,
            DocumentRepository documents,
            SelectArea selectArea,
            Areas areas,
            AuditTrail audit,
            Clock clock) {
        this.compose = compose;
        this.documents = documents;
        this.selectArea = selectArea;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is wanted; the id is made by the caller. */
    public record Wanted(UUID id, AreaKey area, ReportPeriod period) {}

    /** Idempotent on the id. Needs the whole area: a document never speaks of a part as if it were all. */
    @Transactional
    public void create(Caller caller, Wanted wanted) {
        Scope scope = caller.scope();
        if (documents.find(scope, wanted.id()).isPresent()) {
            return;
        }
        AreaSelection selection = selectArea.of(wanted.area());
        if (!selection.reachedBy(scope)) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
        if (!scope.coversArea(wanted.area())) {
            throw new ProblemException(ReportProblem.AREA_NOT_COVERED);
        }
        Area area = areas.getActive(wanted.area());
        Instant now = clock.instant();
        Span span = new Span(wanted.period(), now);
        if (!span.begun()) {
            throw new ProblemException(ReportProblem.NOT_BEGUN);
        }
        ComposeBriefing.Composed composed = compose.compose(area, span);
        Document document = new Document(
                wanted.id(),
                HALF_YEAR_BRIEFING,
                composed.title(),
                wanted.area(),
                area.name(),
                wanted.period(),
                now,
                State.DRAFT,
                composed.content(),
                now,
                caller.name(),
                null,
                null,
                null,
                null,
                0);
        if (!documents.add(document, composed.figures())) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        audit.record(
                caller,
                "document.create",
                Subject.of("document", wanted.id()),
                wanted.area(),
                Map.of("title", composed.title(), "figures", composed.figures().size()));
    }
}
