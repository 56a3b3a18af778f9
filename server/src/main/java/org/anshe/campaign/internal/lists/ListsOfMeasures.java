package org.anshe.campaign.internal.lists;

import java.util.UUID;
import org.anshe.campaign.ListProblem;
import org.anshe.campaign.internal.measures.MeasureLists;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Component;

/** Lists as measures ask for them. */
@Component
class ListsOfMeasures implements MeasureLists {

    private final ListAccess access;

    ListsOfMeasures(ListAccess access) {
        this.access = access;
    }

    @Override
    public void require(Caller caller, UUID id, AreaKey area) {
        ListRow list = access.seen(caller, id);
        if (!list.area().contains(area) && !area.contains(list.area())) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
        if (!list.open()) {
            throw new ProblemException(ListProblem.LIST_CLOSED);
        }
    }
}
