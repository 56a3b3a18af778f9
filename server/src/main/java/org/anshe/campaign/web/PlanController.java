package org.anshe.campaign.web;

import io.swagger.v3.oas.annotations.Operation;
import java.util.Objects;
import java.util.UUID;
import org.anshe.campaign.internal.PlanState;
import org.anshe.campaign.internal.PlanView;
import org.anshe.campaign.internal.ReadPlanAgain;
import org.anshe.campaign.internal.ShowPlan;
import org.anshe.campaign.internal.UploadPlan;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Plan documents: sending, listing, reading. */
@RestController
class PlanController {

    private final UploadPlan upload;
    private final ReadPlanAgain readAgain;
    private final ShowPlan show;

    PlanController(UploadPlan upload, ReadPlanAgain readAgain, ShowPlan show) {
        this.upload = upload;
        this.readAgain = readAgain;
        this.show = show;
    }

    /** A document that was taken. */
    record Taken(UUID id, String title) {}

    @PostMapping(value = "/api/plan-documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @RequiresPermission("plan.upload")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Takes a plan file (docx, pdf, txt), reads it and keeps it for review")
    Taken upload(Caller caller, @RequestParam MultipartFile file, @RequestParam UUID id, @RequestParam AreaKey area) {
        String given = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        return new Taken(id, upload.upload(caller, id, area, name.isBlank() ? "plan" : name, file));
    }

    @GetMapping("/api/plan-documents")
    @RequiresPermission("plan.view")
    @Operation(summary = "Plan documents of the caller's areas, newest first")
    Page<PlanView.Listed> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable PlanState state,
            @RequestParam(required = false) @Nullable String q) {
        return show.list(caller, state, q, page);
    }

    @GetMapping("/api/plan-documents/{id}")
    @RequiresPermission("plan.view")
    @Operation(summary = "A plan document with its text, findings, warnings and what its unit names mean")
    PlanView get(Caller caller, @PathVariable UUID id) {
        return show.show(caller, id);
    }

    @GetMapping("/api/plan-documents/{id}/preview")
    @RequiresPermission("plan.view")
    @Operation(summary = "What confirming the document now would make, and what stands in its way")
    PlanView.Preview preview(Caller caller, @PathVariable UUID id) {
        return show.preview(caller, id);
    }

    @PostMapping("/api/plan-documents/{id}/readings")
    @RequiresPermission("plan.confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Reads the document again; what people added, edited or decided stays")
    void readAgain(Caller caller, @PathVariable UUID id) {
        readAgain.read(caller, id);
    }
}
