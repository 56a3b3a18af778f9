package org.anshe.inspection.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.inspection.internal.ViewCheck.CheckView;
import org.anshe.paper.PaperProblem;
import org.anshe.paper.Papers;
import org.anshe.register.RegisterObjects;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers about a check: which there are, which may be drafted, and drafting one from what was found. */
@Service
public class DraftCheckPaper {

    private static final String KIND = "check";
    private static final String VIEW = "inspection.view";

    private final ViewCheck viewing;
    private final CheckPaperFacts facts;
    private final RegisterObjects objects;
    private final Papers papers;

    DraftCheckPaper(ViewCheck viewing, CheckPaperFacts facts, RegisterObjects objects, Papers papers) {
        this.viewing = viewing;
        this.facts = facts;
        this.objects = objects;
        this.papers = papers;
    }

    @Transactional(readOnly = true)
    public Papers.Desk desk(Caller caller, UUID id) {
        CheckView view = viewing.view(caller, id);
        return papers.desk(caller, subject(view, object(view)), CheckPaperFacts.offered(view));
    }

    /** Idempotent on the id of the paper. */
    @Transactional
    public void draft(Caller caller, UUID id, UUID paper, String kind, UUID organ) {
        CheckView view = viewing.view(caller, id);
        if (!CheckPaperFacts.offered(view).contains(kind)) {
            throw new ProblemException(PaperProblem.KIND_NOT_OFFERED, "kind", kind);
        }
        RegisterObject object = object(view);
        papers.draft(caller, paper, kind, organ, subject(view, object), facts.of(caller, view, object, kind));
    }

    private @Nullable RegisterObject object(CheckView view) {
        return objects.byIds(List.of(view.check().objectId())).get(view.check().objectId());
    }

    private static Papers.Subject subject(CheckView view, @Nullable RegisterObject object) {
        CheckQueries.CheckRow check = view.check();
        String name = check.objectName() == null ? "" : check.objectName() + " ";
        String on = check.checkedAt() == null
                ? ""
                : LocalDate.ofInstant(check.checkedAt(), OfficeTime.ZONE).toString();
        return new Papers.Subject(
                KIND, check.id(), check.area(), object == null ? null : object.unitId(), (name + on).strip(), VIEW);
    }
}
