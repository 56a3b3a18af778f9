package org.anshe.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.campaign.internal.lists.ChooseHazards;
import org.anshe.campaign.internal.lists.ExportList;
import org.anshe.campaign.internal.lists.FreezeList;
import org.anshe.campaign.internal.lists.KeepEntries;
import org.anshe.campaign.internal.lists.KeepList;
import org.anshe.campaign.internal.lists.ListLine;
import org.anshe.campaign.internal.lists.ShowLists;
import org.anshe.campaign.internal.lists.VersionQueries.Difference;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardLedger.Standing;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.table.TableWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists with their parts, versions and the workbook. */
@RestController
class ListController {

    private final KeepList keep;
    private final ChooseHazards choosing;
    private final KeepEntries entries;
    private final FreezeList freezing;
    private final ShowLists show;
    private final ExportList exporting;

    ListController(
            KeepList keep,
            ChooseHazards choosing,
            KeepEntries entries,
            FreezeList freezing,
            ShowLists show,
            ExportList exporting) {
        this.keep = keep;
        this.choosing = choosing;
        this.entries = entries;
        this.freezing = freezing;
        this.show = show;
        this.exporting = exporting;
    }

    record NewList(
            @NotNull UUID id,
            @NotNull UUID kindId,
            @NotNull AreaKey area,
            @Nullable UUID campaignId,
            @NotNull @Valid ListFacts facts) {}

    /** @param domains empty: all */
    record ListFacts(
            @NotBlank @Size(max = 200) String title,
            @Nullable UUID unitId,
            @NotNull LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @NotNull Boolean byRule,
            @NotNull @Size(max = 60) Set<String> domains,
            @Nullable HazardGrade grade) {

        KeepList.Facts facts() {
            return new KeepList.Facts(title, unitId, startsOn, endsOn, byRule, domains, grade);
        }
    }

    record ListChange(
            @NotNull Integer version, @NotNull @Valid ListFacts facts) {}

    record WithReason(
            @NotNull Integer version,
            @NotBlank @Size(max = 500) String reason) {}

    /** @param taken true to take in, false to leave out, which needs a reason */
    record Choice(
            @NotEmpty @Size(max = 200) Set<UUID> hazards,
            @NotNull Boolean taken,
            @Nullable @Size(max = 500) String reason) {}

    record EntryFacts(
            @NotNull Integer version,
            @Nullable UUID about,
            @NotNull @Size(max = 24) Map<String, @Size(max = 2000) String> cells) {}

    /** @param stageId the stage that ends with this version */
    record NewVersion(
            @NotBlank @Size(max = 200) String name,
            @Nullable UUID stageId) {}

    record Frozen(int nth) {}

    record Seal(boolean holds) {}

    @GetMapping("/api/lists")
    @RequiresPermission("list.view")
    @Operation(summary = "Lists the caller may see, newest first")
    Page<ShowLists.Listed> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable UUID kind,
            @RequestParam(required = false) @Nullable UUID campaign,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable String q) {
        return show.list(caller, new ShowLists.Search(open, kind, campaign, area, q), page);
    }

    @PostMapping("/api/lists")
    @RequiresPermission("list.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Makes a list of a kind")
    void create(Caller caller, @Valid @RequestBody NewList given) {
        keep.create(
                caller,
                given.id(),
                given.kindId(),
                given.area(),
                given.campaignId(),
                given.facts().facts());
    }

    @GetMapping("/api/lists/{id}")
    @RequiresPermission("list.view")
    @Operation(summary = "A list with its parts and versions, without its rows")
    ShowLists.View get(Caller caller, @PathVariable UUID id) {
        return show.show(caller, id);
    }

    @PutMapping("/api/lists/{id}")
    @RequiresPermission("list.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes title, unit, span and the rule by which hazards are in the list")
    void change(Caller caller, @PathVariable UUID id, @Valid @RequestBody ListChange given) {
        keep.change(caller, id, given.version(), given.facts().facts());
    }

    @PostMapping("/api/lists/{id}/closing")
    @RequiresPermission("list.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Closes a list with a reason; its rows stay readable")
    void close(Caller caller, @PathVariable UUID id, @Valid @RequestBody WithReason given) {
        keep.close(caller, id, given.version(), given.reason());
    }

    @PostMapping("/api/lists/{id}/choices")
    @RequiresPermission("list.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes hazards into the list, or leaves them out against its rule")
    void choose(Caller caller, @PathVariable UUID id, @Valid @RequestBody Choice given) {
        choosing.choose(caller, id, given.hazards(), given.taken(), given.reason());
    }

    @GetMapping("/api/lists/{id}/parts/{part}/rows")
    @RequiresPermission("list.view")
    @Operation(summary = "Rows of a part, as they stand or of a frozen version; standing narrows hazards as they stand")
    Page<ListLine> rows(
            Caller caller,
            PageRequest page,
            @PathVariable UUID id,
            @PathVariable String part,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable Standing standing) {
        return show.rows(caller, id, part, version, standing, page);
    }

    @PutMapping("/api/lists/{id}/parts/{part}/entries/{entryId}")
    @RequiresPermission("list.fill")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Writes an entry the list holds itself")
    void putEntry(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String part,
            @PathVariable UUID entryId,
            @Valid @RequestBody EntryFacts given) {
        entries.put(caller, id, part, entryId, given.version(), given.about(), given.cells());
    }

    @PostMapping("/api/lists/{id}/parts/{part}/entries/{entryId}/withdrawal")
    @RequiresPermission("list.fill")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraws an entry with what belongs to it")
    void withdrawEntry(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String part,
            @PathVariable UUID entryId,
            @Valid @RequestBody WithReason given) {
        entries.withdraw(caller, id, part, entryId, given.version(), given.reason());
    }

    @PostMapping("/api/lists/{id}/versions")
    @RequiresPermission("list.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Freezes the list as it stands")
    Frozen freeze(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewVersion given) {
        return new Frozen(freezing.freeze(caller, id, given.name(), given.stageId()));
    }

    @GetMapping("/api/lists/{id}/versions/{nth}/seal")
    @RequiresPermission("list.view")
    @Operation(summary = "Whether the rows of a version are still those that were sealed")
    Seal seal(Caller caller, @PathVariable UUID id, @PathVariable int nth) {
        return new Seal(show.holds(caller, id, nth));
    }

    @GetMapping("/api/lists/{id}/parts/{part}/differences")
    @RequiresPermission("list.view")
    @Operation(summary = "Rows of a part that differ between two frozen versions")
    Page<Difference> differences(
            Caller caller,
            PageRequest page,
            @PathVariable UUID id,
            @PathVariable String part,
            @RequestParam int from,
            @RequestParam int to) {
        return show.differences(caller, id, part, from, to, page);
    }

    @GetMapping(path = "/api/lists/{id}/workbook", produces = TableWriter.MEDIA_TYPE)
    @RequiresPermission("list.export")
    @Operation(summary = "The list as an Excel workbook with one sheet for each part")
    void workbook(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            Locale language,
            HttpServletResponse response)
            throws IOException {
        exporting.workbook(caller, id, version, language, fileName -> {
            response.setContentType(TableWriter.MEDIA_TYPE);
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(fileName, StandardCharsets.UTF_8)
                            .build()
                            .toString());
            return response.getOutputStream();
        });
    }
}
