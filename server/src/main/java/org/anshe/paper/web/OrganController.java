package org.anshe.paper.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.anshe.paper.internal.KeepOrgan;
import org.anshe.paper.internal.Organ;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Organs: printed names, abbreviations, seals. */
@RestController
class OrganController {

    private final KeepOrgan keeping;
    private final BaseAddress base;

    OrganController(KeepOrgan keeping, BaseAddress base) {
        this.keeping = keeping;
        this.base = base;
    }

    /** What a unit needs to issue papers. Version 0 sets it up. */
    record OrganSettings(
            @NotNull @Min(0) Integer version,
            @NotBlank @Size(min = 2, max = 60) String name,
            @NotBlank @Size(max = 12) String abbreviation) {}

    /** @param image PNG in Base64 */
    record StampPicture(byte @NotNull [] image) {}

    record StampShown(String image) {}

    /** @param base the address QR codes on papers begin with */
    record Organs(List<Organ> organs, String base) {}

    @GetMapping("/api/paper-organs")
    @RequiresPermission("paper.view")
    @Operation(summary = "The organs in the caller's scope, and the address QR codes begin with")
    Organs list(Caller caller, HttpServletRequest request) {
        return new Organs(keeping.list(caller), base.of(request));
    }

    @PutMapping("/api/paper-organs/{unit}")
    @RequiresPermission("paper-organ.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Set a unit up as an organ, or change its name and abbreviation")
    void keep(Caller caller, @PathVariable UUID unit, @Valid @RequestBody OrganSettings p) {
        keeping.keep(caller, unit, p.version(), p.name(), p.abbreviation());
    }

    @GetMapping("/api/paper-organs/{unit}/stamp")
    @RequiresPermission("paper-organ.manage")
    @Operation(summary = "The picture of the seal as a data address")
    StampShown stamp(Caller caller, @PathVariable UUID unit) {
        return new StampShown(PaperViews.picture(keeping.stamp(caller, unit)));
    }

    @PutMapping("/api/paper-organs/{unit}/stamp")
    @RequiresPermission("paper-organ.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take the picture of the seal: PNG, 100 to 2,000 pixels wide, at most 1 MiB")
    void setStamp(Caller caller, @PathVariable UUID unit, @Valid @RequestBody StampPicture p) {
        keeping.setStamp(caller, unit, p.image());
    }

    @DeleteMapping("/api/paper-organs/{unit}/stamp")
    @RequiresPermission("paper-organ.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove the picture of the seal; issued papers keep theirs")
    void removeStamp(Caller caller, @PathVariable UUID unit) {
        keeping.removeStamp(caller, unit);
    }
}
