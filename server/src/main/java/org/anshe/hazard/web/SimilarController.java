package org.anshe.hazard.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.internal.FindSimilar;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Looks for earlier hazards before a new one is saved. */
@RestController
class SimilarController {

    private final FindSimilar finding;

    SimilarController(FindSimilar finding) {
        this.finding = finding;
    }

    /** What the report says so far. */
    record DraftPayload(
            @NotNull AreaKey areaKey,
            @Nullable @Size(max = 60) String domain,
            @Nullable UUID objectId,
            @Nullable @Size(max = 300) String place,
            @NotBlank @Size(max = 2000) String description,
            @Nullable @Size(max = 20) List<UUID> photos) {}

    @PostMapping("/api/hazards/similar")
    @RequiresPermission("hazard.report")
    @Operation(
            summary = "Earlier hazards a report may be the same as",
            description = "By object, category, place, words and pictures, among those the caller sees; at most five.")
    List<FindSimilar.Similar> similar(Caller caller, @Valid @RequestBody DraftPayload p) {
        return finding.find(
                caller,
                p.areaKey(),
                p.domain(),
                p.objectId(),
                p.place(),
                p.description(),
                p.photos() == null ? List.of() : p.photos());
    }
}
