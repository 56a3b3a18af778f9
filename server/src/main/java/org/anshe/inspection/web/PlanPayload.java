package org.anshe.inspection.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.inspection.internal.Cadence;
import org.anshe.inspection.internal.PlanContent;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says, as it travels.
 *
 * @param objectTypes registers it is about; empty or absent for all
 * @param frequencies P1D, P1W, P1M, P3M, P6M, P1Y or ONCE by supervision class 1 to 3, 0 for objects without a class
 * @param drawSize objects drawn at random each period; absent: all are checked
 * @param inspectors people who share the tasks; empty or absent: whoever in the unit takes one
 */
record PlanPayload(
        @NotBlank @Size(max = 200) String name,
        @NotNull AreaKey area,
        @NotEmpty List<UUID> checklists,
        @Nullable Set<String> objectTypes,
        @NotEmpty Map<Integer, Cadence> frequencies,
        @Nullable Integer drawSize,
        PlanContent.@NotNull UnitRule unitRule,
        @Nullable UUID unitId,
        @Nullable List<UUID> inspectors,
        @NotNull LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable UUID campaignId) {

    PlanContent content() {
        return new PlanContent(
                name,
                area,
                checklists,
                objectTypes == null ? Set.of() : objectTypes,
                frequencies,
                drawSize,
                unitRule,
                unitId,
                inspectors == null ? List.of() : inspectors,
                startsOn,
                endsOn,
                campaignId);
    }

    static PlanPayload of(PlanContent content) {
        return new PlanPayload(
                content.name(),
                content.area(),
                content.checklists(),
                content.objectTypes(),
                content.frequencies(),
                content.drawSize(),
                content.unitRule(),
                content.unitId(),
                content.inspectors(),
                content.startsOn(),
                content.endsOn(),
                content.campaignId());
    }
}
