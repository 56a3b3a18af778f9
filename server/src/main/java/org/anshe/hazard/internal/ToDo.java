package org.anshe.hazard.internal;

import java.util.Arrays;
import java.util.List;
import org.anshe.hazard.internal.ListHazards.Order;
import org.anshe.hazard.internal.ListHazards.Row;
import org.anshe.shared.Caller;
import org.anshe.shared.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for a caller: to confirm, to assign, to put right, to look at again, to decide about; what runs out first on top. */
@Service
public class ToDo {

    private static final int SHOWN = 5;

    private final WorkQueries work;
    private final ListHazards lists;

    ToDo(WorkQueries work, ListHazards lists) {
        this.work = work;
        this.lists = lists;
    }

    /**
     * One kind of work.
     *
     * @param count up to 1000
     * @param more whether there are more than were counted
     * @param first the few that run out first
     */
    public record Waiting(Work kind, int count, boolean more, int near, int breached, List<Row> first) {}

    /** Only the kinds of work the caller may do; one of which nothing waits counts 0. */
    @Transactional(readOnly = true)
    public List<Waiting> list(Caller caller) {
        return Arrays.stream(Work.values())
                .filter(kind -> caller.may(kind.permission()))
                .map(kind -> waiting(caller, kind))
                .toList();
    }

    private Waiting waiting(Caller caller, Work kind) {
        WorkQueries.Load load = work.load(caller, kind);
        List<Row> first = load.all() == 0
                ? List.of()
                : lists.list(caller, HazardFilter.waiting(kind), Order.DUE, PageRequest.first(SHOWN))
                        .items();
        return new Waiting(kind, load.all(), load.all() == WorkQueries.MOST, load.near(), load.breached(), first);
    }
}
