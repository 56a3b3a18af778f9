package org.anshe.hazard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anshe.hazard.internal.ExportHazards;
import org.anshe.hazard.internal.HazardDomains;
import org.anshe.hazard.internal.ListHazards;
import org.anshe.hazard.internal.ReportHazard;
import org.anshe.hazard.internal.ShowBoard;
import org.anshe.hazard.internal.ShowHazard;
import org.anshe.hazard.internal.ToDo;
import org.anshe.shared.Caller;
import org.anshe.shared.OpenTo;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.table.TableWriter;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hazards: report, list, look at. The steps of the loop are in {@link HazardStepController}. */
@RestController
class HazardController {

    private final ReportHazard reporting;
    private final ListHazards lists;
    private final ShowBoard board;
    private final ShowHazard showing;
    private final ToDo toDo;
    private final HazardDomains domains;
    private final ExportHazards exporting;

    HazardController(
            ReportHazard reporting,
            ListHazards lists,
            ShowBoard board,
            ShowHazard showing,
            ToDo toDo,
            HazardDomains domains,
            ExportHazards exporting) {
        this.reporting = reporting;
        this.lists = lists;
        this.board = board;
        this.showing = showing;
        this.toDo = toDo;
        this.domains = domains;
        this.exporting = exporting;
    }

    /** What a report came to. */
    record Reported(UUID id, String number) {}

    @PostMapping("/api/hazards")
    @RequiresPermission("hazard.report")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Report a hazard",
            description = "Sending the same id again changes nothing and answers with the same number.")
    Reported report(Caller caller, @Valid @RequestBody ReportPayload payload) {
        UUID repeatOf = payload.repeatOf();
        String number = repeatOf == null
                ? reporting.report(caller, payload.report())
                : reporting.reportRepeated(caller, payload.report(), repeatOf);
        return new Reported(payload.id(), number);
    }

    @GetMapping("/api/hazards")
    @RequiresPermission("hazard.view")
    @Operation(summary = "List hazards", description = "Newest first, or by the end of the running clock.")
    Page<ListHazards.Row> list(
            Caller caller,
            @Parameter(hidden = true) PageRequest page,
            @ParameterObject HazardSearch search,
            @RequestParam(defaultValue = "NEWEST") ListHazards.Order sort) {
        return lists.list(caller, search.filter(), sort, page);
    }

    @GetMapping("/api/hazards/board")
    @RequiresPermission("hazard.view")
    @Operation(
            summary = "How many hazards are in each state of their clock",
            description = "Filtered like the list; counted up to 1000.")
    List<ShowBoard.Column> board(Caller caller, @ParameterObject HazardSearch search) {
        return board.show(caller, search.filter());
    }

    @GetMapping("/api/hazards/{id}")
    @RequiresPermission("hazard.view")
    @Operation(
            summary = "One hazard",
            description = "With its five elements, photos, timeline and the steps the caller may take now.")
    ShowHazard.View one(Caller caller, @PathVariable UUID id) {
        return showing.show(caller, id);
    }

    @GetMapping("/api/hazards/to-do")
    @RequiresPermission("hazard.view")
    @Operation(summary = "What waits for the caller, by kind of work")
    List<ToDo.Waiting> toDo(Caller caller) {
        return toDo.list(caller);
    }

    @GetMapping(path = "/api/hazards/export", produces = TableWriter.MEDIA_TYPE)
    @RequiresPermission("hazard.export")
    @Operation(summary = "The ledger as an Excel table, filtered like the list; at most 50,000 rows")
    void export(Caller caller, @ParameterObject HazardSearch search, Locale language, HttpServletResponse response)
            throws IOException {
        exporting.export(caller, search.filter(), language, fileName -> {
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

    @GetMapping("/api/hazard-domains")
    @OpenTo(OpenTo.Audience.LOGGED_IN)
    @Operation(summary = "The dictionary of hazard domains")
    List<HazardDomains.Domain> domains() {
        return domains.list();
    }
}
