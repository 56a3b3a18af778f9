package org.anshe.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.anshe.territory.internal.AddArea;
import org.anshe.territory.internal.AreaQueries;
import org.anshe.territory.internal.AreaQueries.Change;
import org.anshe.territory.internal.AreaQueries.Row;
import org.anshe.territory.internal.MergeAreas;
import org.anshe.territory.internal.RecodeArea;
import org.anshe.territory.internal.RenameArea;
import org.anshe.territory.internal.RetireArea;
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

/** The area tree. */
@RestController
class AreaController {

    private final AreaQueries queries;
    private final Areas areas;
    private final AddArea addArea;
    private final RenameArea renameArea;
    private final RetireArea retireArea;
    private final MergeAreas mergeAreas;
    private final RecodeArea recodeArea;

    AreaController(
            AreaQueries queries,
            Areas areas,
            AddArea addArea,
            RenameArea renameArea,
            RetireArea retireArea,
            MergeAreas mergeAreas,
            RecodeArea recodeArea) {
        this.queries = queries;
        this.areas = areas;
        this.addArea = addArea;
        this.renameArea = renameArea;
        this.retireArea = retireArea;
        this.mergeAreas = mergeAreas;
        this.recodeArea = recodeArea;
    }

    /**
     * An area in a list.
     *
     * @param path names from the street down; null in a list of children
     * @param leaf nothing in use lies below it
     */
    record AreaRow(
            AreaKey key,
            String name,
            AreaLevel level,
            @Nullable String officialCode,
            @Nullable String path,
            boolean leaf,
            int sort,
            @Nullable Instant retiredAt) {}

    /** A name with its key. */
    record Named(AreaKey key, String name) {}

    /**
     * An area with its surroundings and its history.
     *
     * @param above from the province down, itself left out
     * @param inScope false for an area above the caller's own, of which only the name is told
     */
    record AreaDetail(
            AreaKey key,
            String name,
            AreaLevel level,
            @Nullable String officialCode,
            String path,
            List<Named> above,
            boolean leaf,
            int sort,
            boolean inScope,
            boolean mayManage,
            @Nullable Instant retiredAt,
            @Nullable String retireReason,
            @Nullable Named mergedInto,
            List<Change> changes) {}

    record NewAreaPayload(
            @NotNull AreaKey parent,
            @Nullable @Min(1) @Max(999) Integer number,
            @NotBlank @Size(max = 100) String name) {}

    record Renaming(
            @NotBlank @Size(max = 100) String name,
            @Min(0) @Max(100000) int sort) {}

    record Retirement(@NotBlank @Size(max = 500) String reason, boolean withBelow) {}

    record Merger(
            @NotNull AreaKey into,
            @NotBlank @Size(max = 500) String reason) {}

    record Recoding(
            @NotNull AreaKey key, @NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/api/areas")
    @RequiresPermission("area.view")
    @Operation(summary = "Areas: the tops of the caller's tree, those below a parent, or those that match a text")
    Page<AreaRow> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable AreaKey parent,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean retired) {
        if (q != null && !q.isBlank()) {
            return withPaths(queries.search(caller.scope(), q.strip(), retired, page));
        }
        if (parent != null) {
            return queries.children(caller.scope(), parent, retired, page).map(row -> row(row, null));
        }
        List<AreaRow> tops =
                queries.tops(caller.scope()).stream().map(row -> row(row, null)).toList();
        return new Page<>(tops, null, (long) tops.size());
    }

    private Page<AreaRow> withPaths(Page<Row> rows) {
        Map<AreaKey, String> paths =
                areas.paths(rows.items().stream().map(Row::key).toList());
        return rows.map(row -> row(row, paths.get(row.key())));
    }

    private static AreaRow row(Row row, @Nullable String path) {
        return new AreaRow(
                row.key(), row.name(), row.level(), row.officialCode(), path, row.leaf(), row.sort(), row.retiredAt());
    }

    @GetMapping("/api/areas/{key}")
    @RequiresPermission("area.view")
    @Operation(summary = "One area with the areas above it and its history")
    AreaDetail get(Caller caller, @PathVariable AreaKey key) {
        Row row = queries.find(caller.scope(), key)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND, "area", key));
        boolean inScope = caller.scope().covers(key, null);
        List<AreaKey> chain = new ArrayList<>();
        for (Optional<AreaKey> above = key.parent();
                above.isPresent();
                above = above.get().parent()) {
            chain.addFirst(above.get());
        }
        Map<AreaKey, String> names = areas.names(chain);
        AreaKey merged = row.mergedInto();
        return new AreaDetail(
                key,
                row.name(),
                row.level(),
                row.officialCode(),
                areas.path(key),
                chain.stream()
                        .filter(names::containsKey)
                        .map(above -> named(above, names))
                        .toList(),
                row.leaf(),
                row.sort(),
                inScope,
                caller.scopeFor("area.manage").coversArea(key),
                row.retiredAt(),
                inScope ? row.retireReason() : null,
                merged == null ? null : named(merged, areas.names(List.of(merged))),
                queries.changes(caller.scope(), key));
    }

    private static Named named(AreaKey key, Map<AreaKey, String> names) {
        return new Named(key, names.getOrDefault(key, key.toString()));
    }

    @PostMapping("/api/areas")
    @RequiresPermission("area.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Adds an area below another, with a given number or the next free one")
    AreaDetail add(Caller caller, @Valid @RequestBody NewAreaPayload area) {
        AreaKey key = addArea.add(caller, area.parent(), area.number(), area.name());
        return get(caller, key);
    }

    @PutMapping("/api/areas/{key}/name")
    @RequiresPermission("area.manage")
    @Operation(summary = "Renames an area or gives it another place among its neighbours")
    AreaDetail rename(Caller caller, @PathVariable AreaKey key, @Valid @RequestBody Renaming renaming) {
        renameArea.rename(caller, key, renaming.name(), renaming.sort());
        return get(caller, key);
    }

    @PostMapping("/api/areas/{key}/retirement")
    @RequiresPermission("area.manage")
    @Operation(summary = "Takes an area out of use; it stays readable with everything in it")
    AreaDetail retire(Caller caller, @PathVariable AreaKey key, @Valid @RequestBody Retirement retirement) {
        retireArea.retire(caller, key, retirement.reason().strip(), retirement.withBelow());
        return get(caller, key);
    }

    @PostMapping("/api/areas/{key}/merger")
    @RequiresPermission("area.manage")
    @Operation(summary = "Merges an area into a neighbour of the same level and answers with the neighbour")
    AreaDetail merge(Caller caller, @PathVariable AreaKey key, @Valid @RequestBody Merger merger) {
        mergeAreas.merge(caller, key, merger.into(), merger.reason().strip());
        return get(caller, merger.into());
    }

    @PostMapping("/api/areas/{key}/recoding")
    @RequiresPermission("area.manage")
    @Operation(summary = "Gives an area and what lies below it a new code and answers with the area under it")
    AreaDetail recode(Caller caller, @PathVariable AreaKey key, @Valid @RequestBody Recoding recoding) {
        recodeArea.recode(caller, key, recoding.key(), recoding.reason().strip());
        return get(caller, recoding.key());
    }
}
