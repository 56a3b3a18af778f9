package org.anshe.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/** Inspection plans as other modules make them. */
public interface InspectionPlans {

    /**
     * A new plan.
     *
     * @param checklistCodes for example {@code fire}
     * @param objectTypes registers it is about, empty for all
     * @param frequencies P1D, P1W, P1M, P3M, P6M, P1Y or ONCE by supervision class; class 0 for objects without one
     * @param unitId the unit that checks; null: the unit of each object's community
     * @param campaignId the campaign it serves, null for none
     */
    record NewPlan(
            UUID id,
            String name,
            AreaKey area,
            List<String> checklistCodes,
            Set<String> objectTypes,
            Map<Integer, String> frequencies,
            @Nullable UUID unitId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable UUID campaignId) {}

    /** Drafts a plan. Idempotent on the id. */
    void register(Caller caller, NewPlan plan);

    /** Puts it to work; its tasks are made right after the transaction. */
    void activate(Caller caller, UUID plan);
}
