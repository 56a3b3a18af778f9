package org.anshe.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.organisation.Units.Kind;
import org.anshe.organisation.internal.KeepUnit;
import org.anshe.organisation.internal.KeepUnit.Facts;
import org.anshe.organisation.internal.RetireUnit;
import org.anshe.organisation.internal.UnitPage;
import org.anshe.organisation.internal.UnitPage.Member;
import org.anshe.organisation.internal.UnitQueries;
import org.anshe.organisation.internal.UnitQueries.Filter;
import org.anshe.organisation.internal.UnitQueries.Row;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The directory of units. */
@RestController
class UnitController {

    private final UnitQueries queries;
    private final UnitPage pages;
    private final KeepUnit keepUnit;
    private final RetireUnit retireUnit;
    private final Areas areas;

    UnitController(UnitQueries queries, UnitPage pages, KeepUnit keepUnit, RetireUnit retireUnit, Areas areas) {
        this.queries = queries;
        this.pages = pages;
        this.keepUnit = keepUnit;
        this.retireUnit = retireUnit;
        this.areas = areas;
    }

    /**
     * A unit in a list.
     *
     * @param note tells units of one name apart: where it works
     */
    record UnitRow(
            UUID id,
            String name,
            Kind kind,
            AreaKey areaKey,
            String note,
            @Nullable UUID parentId,
            @Nullable String parentName,
            @Nullable String creditCode,
            @Nullable Instant retiredAt) {}

    /**
     * A unit with its posts.
     *
     * @param inScope false for an office of an area above the caller's own: its posts and numbers are not told
     * @param version to be sent back with a change
     */
    record UnitDetail(
            UUID id,
            String name,
            List<String> aliases,
            Kind kind,
            AreaKey areaKey,
            String areaPath,
            @Nullable UUID parentId,
            @Nullable String parentName,
            @Nullable String creditCode,
            @Nullable String phone,
            @Nullable Instant retiredAt,
            @Nullable String retireReason,
            int version,
            boolean inScope,
            boolean mayManage,
            List<Member> members) {}

    record UnitPayload(
            @NotBlank @Size(max = 120) String name,
            @NotNull List<@NotBlank @Size(max = 120) String> aliases,
            @NotNull Kind kind,
            @NotNull AreaKey areaKey,
            @Nullable UUID parentId,
            @Nullable @Size(max = 30) String creditCode,
            @Nullable @Pattern(regexp = "|[0-9+() -]{5,30}") String phone) {

        Facts facts() {
            return new Facts(name, aliases, kind, areaKey, parentId, creditCode, phone);
        }
    }

    record NewUnitPayload(@NotNull UUID id, @NotNull @Valid UnitPayload unit) {}

    record ChangePayload(int version, @NotNull @Valid UnitPayload unit) {}

    record Retirement(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/api/units")
    @RequiresPermission("unit.view")
    @Operation(summary = "Units by name: those in the caller's scope and the offices of the areas above")
    Page<UnitRow> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<Kind> kind,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(defaultValue = "false") boolean retired) {
        String text = q == null || q.isBlank() ? null : q.strip();
        Filter filter = new Filter(text, kind == null ? List.of() : kind, areas.rangesOf(area), parent, retired);
        Page<Row> rows = queries.list(caller.scope(), filter, page);
        Map<AreaKey, String> paths =
                areas.paths(rows.items().stream().map(Row::area).toList());
        return rows.map(row -> new UnitRow(
                row.id(),
                row.name(),
                row.kind(),
                row.area(),
                paths.getOrDefault(row.area(), ""),
                row.parentId(),
                row.parentName(),
                caller.scope().covers(row.area(), row.id()) ? row.creditCode() : null,
                row.retiredAt()));
    }

    @GetMapping("/api/units/{id}")
    @RequiresPermission("unit.view")
    @Operation(summary = "One unit with its posts and who holds them")
    UnitDetail get(Caller caller, @PathVariable UUID id) {
        Row row = queries.find(caller.scope(), id)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "unit", id));
        boolean inScope = caller.scope().covers(row.area(), id);
        return new UnitDetail(
                id,
                row.name(),
                pages.aliases(id),
                row.kind(),
                row.area(),
                areas.path(row.area()),
                row.parentId(),
                row.parentName(),
                inScope ? row.creditCode() : null,
                inScope ? row.phone() : null,
                row.retiredAt(),
                inScope ? row.retireReason() : null,
                row.version(),
                inScope,
                caller.may("unit.manage", row.area(), id),
                pages.members(caller, id));
    }

    @PostMapping("/api/units")
    @RequiresPermission("unit.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enters a unit; sending it again changes nothing")
    UnitDetail create(Caller caller, @Valid @RequestBody NewUnitPayload payload) {
        keepUnit.create(caller, payload.id(), payload.unit().facts());
        return get(caller, payload.id());
    }

    @PutMapping("/api/units/{id}")
    @RequiresPermission("unit.manage")
    @Operation(summary = "Changes a unit's name, aliases, place, parent, credit code and phone; its kind stays")
    UnitDetail change(Caller caller, @PathVariable UUID id, @Valid @RequestBody ChangePayload payload) {
        keepUnit.change(caller, id, payload.unit().facts(), payload.version());
        return get(caller, id);
    }

    @PostMapping("/api/units/{id}/retirement")
    @RequiresPermission("unit.manage")
    @Operation(summary = "Takes a unit out of use; its history stays")
    UnitDetail retire(Caller caller, @PathVariable UUID id, @Valid @RequestBody Retirement retirement) {
        retireUnit.retire(caller, id, retirement.reason().strip());
        return get(caller, id);
    }
}
