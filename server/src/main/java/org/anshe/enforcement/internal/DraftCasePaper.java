package org.anshe.enforcement.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.enforcement.CaseStatus;
import org.anshe.paper.PaperProblem;
import org.anshe.paper.Papers;
import org.anshe.register.RegisterObjects;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letter (案件移送函) with which a case goes to a department, drafted from what is known of the case. */
@Service
public class DraftCasePaper {

    static final String LETTER = "case-transfer-letter";

    private final ShowCases showing;
    private final RegisterObjects objects;
    private final Areas areas;
    private final Papers papers;

    DraftCasePaper(ShowCases showing, RegisterObjects objects, Areas areas, Papers papers) {
        this.showing = showing;
        this.objects = objects;
        this.areas = areas;
        this.papers = papers;
    }

    @Transactional(readOnly = true)
    public Papers.Desk desk(Caller caller, UUID id) {
        ShowCases.View view = showing.show(caller, id);
        return papers.desk(caller, subject(view.row()), offered(view.row().state()));
    }

    /** Idempotent on the id of the paper. */
    @Transactional
    public void draft(Caller caller, UUID id, UUID paper, String kind, UUID organ) {
        ShowCases.View view = showing.show(caller, id);
        if (!offered(view.row().state()).contains(kind)) {
            throw new ProblemException(PaperProblem.KIND_NOT_OFFERED, "kind", kind);
        }
        papers.draft(caller, paper, kind, organ, subject(view.row()), facts(view));
    }

    /** Once it was sent, for only then it is known to whom. */
    private static List<String> offered(CaseStatus state) {
        return state == CaseStatus.TRANSFERRED || state == CaseStatus.ACCEPTED ? List.of(LETTER) : List.of();
    }

    private static Papers.Subject subject(ShowCases.Row row) {
        return new Papers.Subject(
                IllegalCase.KIND, row.id(), row.area(), row.toUnitId(), row.number(), IllegalCase.VIEW);
    }

    private Papers.Facts facts(ShowCases.View view) {
        ShowCases.Row row = view.row();
        Map<String, String> values = new HashMap<>();
        put(values, "recipient", row.toUnitName());
        put(values, "foundOn", row.foundOn().toString());
        put(values, "place", place(view));
        put(values, "subjectNumber", row.number());
        put(values, "party", row.party());
        put(values, "basis", view.clause());
        put(values, "hazardNumber", view.hazard() == null ? null : view.hazard().number());
        put(values, "actionTitle", view.action() == null ? null : view.action().title());
        put(
                values,
                "reason",
                view.transfers().isEmpty() ? null : view.transfers().getLast().reason());
        Map<String, String> act = new HashMap<>();
        put(act, "party", row.party());
        put(act, "act", row.act());
        put(act, "place", place(view));
        put(act, "basis", view.clause());
        return new Papers.Facts(values, List.of(act));
    }

    private @Nullable String place(ShowCases.View view) {
        if (view.place() != null) {
            return view.place();
        }
        UUID id = view.objectId();
        RegisterObjects.RegisterObject object =
                id == null ? null : objects.byIds(List.of(id)).get(id);
        return object != null && object.address() != null
                ? object.address()
                : areas.path(view.row().area()).replace(" / ", "");
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(name, value);
        }
    }
}
