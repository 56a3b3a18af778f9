package org.anshe.enforcement.internal;

import java.util.UUID;
import org.anshe.enforcement.CaseAnswered;
import org.anshe.enforcement.CaseTransferred;
import org.anshe.paper.Papers;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Papers about a case follow it to the department that has it. */
@Component
class MoveCasePapers {

    private final CaseRepository cases;
    private final Papers papers;

    MoveCasePapers(CaseRepository cases, Papers papers) {
        this.cases = cases;
        this.papers = papers;
    }

    @ApplicationModuleListener
    void on(CaseTransferred event) {
        move(event.id());
    }

    @ApplicationModuleListener
    void on(CaseAnswered event) {
        move(event.id());
    }

    /** As it stands now, so that a late delivery does no harm. */
    private void move(UUID id) {
        cases.find(id)
                .ifPresent(found -> papers.move(new Papers.Subject(
                        IllegalCase.KIND, id, found.area(), found.toUnitId(), found.number(), IllegalCase.VIEW)));
    }
}
