package org.anshe.hazard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.internal.ElementChanges.Change;
import org.anshe.hazard.internal.TakeInBulk;
import org.anshe.hazard.internal.TakeInBulk.Item;
import org.anshe.hazard.internal.TakeInBulk.Step;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One step for many hazards, with a result for each: 200 says that all were tried, not that all were done. */
@RestController
@RequestMapping("/api/hazards/bulk")
@Tag(name = "hazard-steps")
class BulkController {

    private final TakeInBulk taking;

    BulkController(TakeInBulk taking) {
        this.taking = taking;
    }

    /** One hazard at the version the caller saw. */
    record ItemPayload(@NotNull UUID id, @NotNull Integer version) {}

    /** Many hazards and a note for each. */
    record NotePayload(
            @NotEmpty @Size(max = TakeInBulk.MOST) List<@Valid ItemPayload> items,
            @Nullable @Size(max = 2000) String note) {}

    /** Many hazards for one unit. */
    record AssignPayload(
            @NotEmpty @Size(max = TakeInBulk.MOST) List<@Valid ItemPayload> items,
            @NotNull UUID unitId,
            @Nullable LocalDate deadline,
            @Nullable @Size(max = 2000) String measure,
            @Nullable @Size(max = 2000) String note) {}

    /**
     * What came of one hazard.
     *
     * @param problem why it was refused; null when it was done
     */
    record ResultPayload(UUID id, @Nullable ProblemDetail problem) {}

    @PostMapping("/confirm")
    @RequiresPermission("hazard.confirm")
    @Operation(summary = "Confirm many reports as they are", description = "At most 200; major ones are refused.")
    List<ResultPayload> confirm(Caller caller, @Valid @RequestBody NotePayload p) {
        return take(caller, p.items(), new Step.Confirm(p.note()));
    }

    @PostMapping("/assign")
    @RequiresPermission("hazard.assign")
    @Operation(summary = "Charge one unit with many hazards", description = "At most 200.")
    List<ResultPayload> assign(Caller caller, @Valid @RequestBody AssignPayload p) {
        Change elements = new Change(p.measure(), null, null, null, null, null, null);
        return take(caller, p.items(), new Step.Assign(p.unitId(), p.deadline(), elements, p.note()));
    }

    @PostMapping("/close")
    @RequiresPermission("hazard.close")
    @Operation(summary = "Close many hazards as an independent person", description = "At most 200.")
    List<ResultPayload> close(Caller caller, @Valid @RequestBody NotePayload p) {
        return take(caller, p.items(), new Step.Close(p.note()));
    }

    @PostMapping("/look-back")
    @RequiresPermission("hazard.look-back")
    @Operation(summary = "Look back at many closed hazards", description = "At most 200.")
    List<ResultPayload> lookBack(Caller caller, @Valid @RequestBody NotePayload p) {
        return take(caller, p.items(), new Step.LookBack(p.note()));
    }

    private List<ResultPayload> take(Caller caller, List<ItemPayload> items, Step step) {
        return taking
                .take(
                        caller,
                        items.stream()
                                .map(one -> new Item(one.id(), one.version()))
                                .toList(),
                        step)
                .stream()
                .map(result -> new ResultPayload(
                        result.id(), result.refusal() == null ? null : Problems.detail(result.refusal())))
                .toList();
    }
}
