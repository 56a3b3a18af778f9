package org.anshe.inspection.internal;

import java.util.List;
import java.util.UUID;
import org.anshe.organisation.HeldWork;
import org.anshe.organisation.WorkTransfer;
import org.springframework.stereotype.Component;

/** Open inspection tasks given to somebody. A list begun and not handed in is set aside: the successor sees for oneself. */
@Component
class HeldTasks implements HeldWork {

    private final HeldTaskRepository tasks;

    HeldTasks(HeldTaskRepository tasks) {
        this.tasks = tasks;
    }

    @Override
    public String kind() {
        return "inspection-task";
    }

    @Override
    public int countOf(UUID person) {
        return tasks.count(person);
    }

    @Override
    public Look look(WorkTransfer transfer) {
        return tasks.look(transfer);
    }

    @Override
    public List<Item> move(WorkTransfer transfer) {
        return tasks.move(transfer);
    }
}
