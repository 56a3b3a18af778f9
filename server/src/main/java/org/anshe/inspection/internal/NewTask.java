package org.anshe.inspection.internal;

import java.util.UUID;
import org.anshe.register.RegisterObjects.RegisterObject;
import org.jspecify.annotations.Nullable;

/**
 * A task that is about to be made, unless the object has it already.
 *
 * @param period the whole period it belongs to, which identifies it
 * @param entersLate whether less than half of the period is left: only objects checked before get the task then
 */
record NewTask(
        UUID id,
        RegisterObject object,
        Cadence every,
        Period period,
        DueWindow window,
        @Nullable UUID unitId,
        @Nullable UUID assigneeId,
        boolean entersLate) {}
