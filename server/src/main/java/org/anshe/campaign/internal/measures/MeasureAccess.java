package org.anshe.campaign.internal.measures;

import java.util.Map;
import java.util.UUID;
import org.anshe.campaign.ListProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Component;

/** The way to a measure: seen by whoever's scope covers its area and the unit that issues it. */
@Component
class MeasureAccess {

    static final String VIEW = "measure.view";

    private final MeasureRepository measures;

    MeasureAccess(MeasureRepository measures) {
        this.measures = measures;
    }

    /** Locked at the version the person saw, by somebody who may do this to it. */
    MeasureRow lock(Caller caller, UUID id, int version) {
        MeasureRow measure = measures.findForUpdate(id)
                .filter(found -> caller.may(VIEW, found.area(), found.unitId())
                        || caller.scope().covers(found.area(), found.unitId()))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        if (!caller.scope().covers(measure.area(), measure.unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN);
        }
        if (measure.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        return measure;
    }

    /** The draft of a measure that is being drafted or revised. */
    MeasureText draft(MeasureRow measure) {
        Integer nth = measure.nthDraft();
        return measures.texts(measure.id()).stream()
                .filter(text -> nth != null && text.nth() == nth)
                .findFirst()
                .orElseThrow(() -> wrongState(measure));
    }

    static ProblemException wrongState(MeasureRow measure) {
        return new ProblemException(
                ListProblem.MEASURE_STATE, Map.of("state", measure.state().name()));
    }
}
