package org.anshe.enforcement.internal;

import java.util.UUID;
import org.anshe.enforcement.CaseAnswered;
import org.anshe.enforcement.CaseTransferred;
import org.anshe.paper.Papers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Papers about a case follow it to the department that has it, in the transaction of the step. */
@Component
class MoveCasePapers {

    private final CaseRepository cases;
    private final Papers papers;

    MoveCasePapers(CaseRepository cases, Papers papers) {
        this.cases = cases;
        this.papers = papers;
    }

    @EventListener
    void on(CaseTransferred event) {
        move(event.id());
    }

    @EventListener
    void on(CaseAnswered event) {
        move(event.id());
    }

    private void move(UUID id) {
        cases.find(id)
                .ifPresent(found -> papers.move(new Papers.Subject(
                        IllegalCase.KIND, id, found.area(), found.toUnitId(), found.number(), IllegalCase.VIEW)));
    }
}
