package org.anshe.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.campaign.internal.lists.KeepKinds;
import org.anshe.campaign.internal.lists.ListKind;
import org.anshe.campaign.internal.lists.ListPart;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Kinds of lists: shipped ones, and those offices make for themselves. */
@RestController
class ListKindController {

    private final KeepKinds kinds;

    ListKindController(KeepKinds kinds) {
        this.kinds = kinds;
    }

    /** A kind as the page shows it; {@code shipped} says that it came with the program. */
    record KindView(
            UUID id,
            @Nullable AreaKey area,
            @Nullable String areaName,
            int version,
            LocalText names,
            List<ListPart> parts,
            boolean shipped,
            boolean editedHere,
            @Nullable Instant retiredAt,
            @Nullable String retireReason,
            boolean mayChange) {

        static KindView of(KeepKinds.Shown shown) {
            ListKind kind = shown.kind();
            return new KindView(
                    kind.id(),
                    kind.area(),
                    shown.areaName(),
                    kind.version(),
                    kind.names(),
                    kind.parts(),
                    kind.shipped(),
                    kind.editedHere(),
                    kind.retiredAt(),
                    kind.retireReason(),
                    shown.mayChange());
        }
    }

    record ColumnFacts(
            @NotBlank @Size(max = 40) String code,
            @NotNull @Valid LocalText title,
            ListPart.@Nullable Cell kind,
            @Nullable Boolean required,
            @Nullable Integer width) {

        ListPart.Column column() {
            return ListPart.Column.of(code, title, kind, required, width);
        }
    }

    record PartFacts(
            @NotBlank @Pattern(regexp = "[a-zA-Z][a-zA-Z0-9-]{0,39}") String code,

            @NotNull @Valid LocalText title,
            ListPart.@NotNull Type type,
            @Nullable @Size(max = 40) String about,
            @NotNull @Size(max = 24) List<@Valid ColumnFacts> columns) {

        ListPart part() {
            return new ListPart(
                    code,
                    title,
                    type,
                    about,
                    columns.stream().map(ColumnFacts::column).toList());
        }
    }

    /** @param area null: everywhere, for whoever manages all areas */
    record NewKind(
            @NotNull UUID id,
            @Nullable AreaKey area,
            @NotNull @Valid LocalText names,
            @NotEmpty @Size(max = 10) List<@Valid PartFacts> parts) {}

    record KindChange(
            @NotNull Integer version,
            @NotNull @Valid LocalText names,
            @NotEmpty @Size(max = 10) List<@Valid PartFacts> parts) {}

    record Retirement(
            @NotNull Integer version,
            @NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/api/list-kinds")
    @RequiresPermission("list.view")
    @Operation(summary = "Kinds of lists: shipped ones, those of the caller's office and of offices above and below")
    List<KindView> list(Caller caller) {
        return kinds.list(caller).stream().map(KindView::of).toList();
    }

    @PostMapping("/api/list-kinds")
    @RequiresPermission("list-kind.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds a kind for an office")
    void add(Caller caller, @Valid @RequestBody NewKind given) {
        kinds.add(caller, given.id(), given.area(), given.names(), parts(given.parts()));
    }

    @PutMapping("/api/list-kinds/{id}")
    @RequiresPermission("list-kind.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Makes the next version of a kind; lists there are keep theirs")
    void change(Caller caller, @PathVariable UUID id, @Valid @RequestBody KindChange given) {
        kinds.change(caller, id, given.version(), given.names(), parts(given.parts()));
    }

    @PostMapping("/api/list-kinds/{id}/retirement")
    @RequiresPermission("list-kind.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a kind out of use")
    void retire(Caller caller, @PathVariable UUID id, @Valid @RequestBody Retirement given) {
        kinds.retire(caller, id, given.version(), given.reason());
    }

    @DeleteMapping("/api/list-kinds/{id}/retirement")
    @RequiresPermission("list-kind.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a kind back into use")
    void restore(Caller caller, @PathVariable UUID id, @RequestParam int version) {
        kinds.retire(caller, id, version, null);
    }

    private static List<ListPart> parts(List<PartFacts> given) {
        return given.stream().map(PartFacts::part).toList();
    }
}
