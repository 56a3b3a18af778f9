package org.anshe.paper.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.paper.Papers;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The module as others use it. */
@Service
class KeepPapers implements Papers {

    private final DraftPaper drafting;
    private final IssuePaper issuing;
    private final PaperRepository papers;
    private final PaperQueries queries;
    private final OrganRepository organs;
    private final PaperKinds kinds;
    private final String base;

    KeepPapers(
            DraftPaper drafting,
            IssuePaper issuing,
            PaperRepository papers,
            PaperQueries queries,
            OrganRepository organs,
            PaperKinds kinds,
            @Value("${anshe.base-address:http://localhost:8080}") String base) {
        this.drafting = drafting;
        this.issuing = issuing;
        this.papers = papers;
        this.queries = queries;
        this.organs = organs;
        this.kinds = kinds;
        this.base = base;
    }

    @Override
    public Desk desk(Caller caller, Subject subject, List<String> offered) {
        boolean may = caller.may(DraftPaper.PERMISSION);
        return new Desk(
                bySubject(caller, subject.kind(), subject.id()),
                may ? kinds(offered) : List.of(),
                may ? organs(caller, subject.area()) : List.of());
    }

    private List<Kind> kinds(List<String> codes) {
        List<PaperKind> inForce = kinds.inForce();
        return codes.stream()
                .flatMap(code -> inForce.stream().filter(kind -> kind.code().equals(code)))
                .map(kind -> new Kind(kind.code(), kind.name()))
                .toList();
    }

    /** The organs responsible for an area that the caller may draft for: the caller's own first, then the nearest. */
    private List<OrganChoice> organs(Caller caller, AreaKey area) {
        return organs.responsibleFor(area).stream()
                .filter(organ -> caller.may(DraftPaper.PERMISSION, area, organ.unitId()))
                .sorted(java.util.Comparator.comparing(
                        (Organ organ) -> !organ.unitId().equals(caller.unitId())))
                .map(organ -> new OrganChoice(organ.unitId(), organ.name()))
                .toList();
    }

    @Override
    public void draft(Caller caller, UUID id, String kind, UUID organ, Subject subject, Facts facts) {
        drafting.draft(caller, id, kind, organ, subject, facts);
    }

    @Override
    public String issue(Caller caller, UUID id, int version) {
        return issuing.issue(caller, id, version, base);
    }

    @Override
    public List<Summary> bySubject(Caller caller, String kind, UUID id) {
        return queries.bySubject(caller, kind, id).stream().map(this::summary).toList();
    }

    @Override
    public Map<String, Summary> newestIssued(String subjectKind, UUID subjectId, Set<String> wanted) {
        Map<String, Summary> newest = new LinkedHashMap<>();
        queries.issuedAbout(subjectKind, subjectId, wanted).forEach(row -> newest.put(row.kind(), summary(row)));
        return newest;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(Subject subject) {
        papers.move(subject);
    }

    private Summary summary(PaperQueries.Row row) {
        return new Summary(
                row.id(),
                row.kind(),
                kinds.newest(row.kind()).name(),
                row.state(),
                row.number(),
                row.organName(),
                row.createdBy(),
                row.createdAt(),
                row.issuedOn());
    }
}
