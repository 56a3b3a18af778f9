package org.anshe.campaign.internal.lists;

import java.util.UUID;
import org.anshe.campaign.ListProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Component;

/** The way to a list: seen by whoever's scope covers its area and the unit that keeps it. */
@Component
class ListAccess {

    static final String VIEW = "list.view";

    private final ListRepository lists;
    private final KindRepository kinds;

    ListAccess(ListRepository lists, KindRepository kinds) {
        this.lists = lists;
        this.kinds = kinds;
    }

    ListRow seen(Caller caller, UUID id) {
        return lists.find(id)
                .filter(list -> caller.may(VIEW, list.area(), list.unitId()))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    /** The list locked for a change while it is open. */
    ListRow lockOpen(Caller caller, UUID id) {
        ListRow list = lists.findForUpdate(id)
                .filter(found -> caller.may(VIEW, found.area(), found.unitId())
                        || caller.scope().covers(found.area(), found.unitId()))
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        if (!caller.scope().covers(list.area(), list.unitId())) {
            throw new ProblemException(SharedProblem.FORBIDDEN);
        }
        if (!list.open()) {
            throw new ProblemException(ListProblem.LIST_CLOSED);
        }
        return list;
    }

    ListRow lockOpen(Caller caller, UUID id, int version) {
        ListRow list = lockOpen(caller, id);
        if (list.version() != version) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        return list;
    }

    ListKind kind(ListRow list) {
        return kinds.at(list.kindId(), list.kindVersion())
                .orElseThrow(() -> new IllegalStateException("List " + list.id() + " is of no kind"));
    }

    ListPart part(ListRow list, String code, ListPart.Type type) {
        return kind(list)
                .part(code)
                .filter(part -> part.type() == type)
                .orElseThrow(() -> new ProblemException(ListProblem.UNKNOWN_PART));
    }
}
