package org.anshe.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anshe.inspection.internal.Answer;
import org.anshe.inspection.internal.CheckQueries;
import org.anshe.inspection.internal.CorrectCheck;
import org.anshe.inspection.internal.ReportNotPossible;
import org.anshe.inspection.internal.SaveCheck;
import org.anshe.inspection.internal.StartCheck;
import org.anshe.inspection.internal.SubmitCheck;
import org.anshe.inspection.internal.ViewCheck;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Checks: begun, saved, handed in, corrected. */
@RestController
@RequestMapping("/api/inspection-checks")
class CheckController {

    private final CheckQueries checks;
    private final ViewCheck view;
    private final StartCheck start;
    private final SaveCheck save;
    private final SubmitCheck submit;
    private final ReportNotPossible notPossible;
    private final CorrectCheck correct;
    private final Areas areas;

    CheckController(
            CheckQueries checks,
            ViewCheck view,
            StartCheck start,
            SaveCheck save,
            SubmitCheck submit,
            ReportNotPossible notPossible,
            CorrectCheck correct,
            Areas areas) {
        this.checks = checks;
        this.view = view;
        this.start = start;
        this.save = save;
        this.submit = submit;
        this.notPossible = notPossible;
        this.correct = correct;
        this.areas = areas;
    }

    /** Exactly one of task and object. */
    record CheckStart(
            @NotNull UUID id,
            @Nullable UUID taskId,
            @Nullable UUID objectId,
            @NotNull UUID checklistId) {}

    record CheckSave(
            @NotNull Integer revision,
            @NotNull @Valid List<Answer> answers,
            @Nullable @Size(max = 300) String place,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable @Size(max = 2000) String remark) {}

    record CheckSaved(int revision) {}

    record VisitInVain(
            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 20) List<UUID> photos) {}

    record CheckCorrection(
            @NotNull UUID id, @NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @RequiresPermission("inspection.view")
    @Operation(summary = "Checks that were handed in, newest first; corrected ones in their corrected form")
    Page<CheckQueries.CheckRow> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable UUID taskId,
            @RequestParam(required = false) @Nullable UUID objectId,
            @RequestParam(required = false) @Nullable UUID inspectorId,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable Boolean failed,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant before) {
        return checks.list(
                caller,
                new CheckQueries.Filter(
                        taskId, objectId, inspectorId, areas.rangesOf(area), domain, failed, from, before),
                page);
    }

    @GetMapping("/drafts")
    @RequiresPermission("inspection.check")
    @Operation(summary = "The caller's own drafts, last saved first")
    List<CheckQueries.CheckRow> drafts(Caller caller) {
        return checks.drafts(caller.with("inspection.view"));
    }

    @GetMapping("/{id}")
    @RequiresPermission("inspection.view")
    @Operation(summary = "One check with its items, answers and the hazards they opened; a draft only to its maker")
    ViewCheck.CheckView get(Caller caller, @PathVariable UUID id) {
        return view.view(caller, id);
    }

    @PostMapping
    @RequiresPermission("inspection.check")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Begin a check of a task, or of an object without one",
            description = "Idempotent on the id. When the caller has begun this list of this task before, that draft is"
                    + " answered instead.")
    ViewCheck.CheckView start(Caller caller, @Valid @RequestBody CheckStart body) {
        if ((body.taskId() == null) == (body.objectId() == null)) {
            throw new ProblemException(
                    SharedProblem.INVALID, java.util.Map.of(), List.of(new FieldError("/taskId", "required")));
        }
        UUID id = body.taskId() != null
                ? start.forTask(caller, body.id(), body.taskId(), body.checklistId())
                : start.forObject(caller, body.id(), object(body), body.checklistId());
        return view.view(caller, id);
    }

    @PutMapping("/{id}")
    @RequiresPermission("inspection.check")
    @Operation(summary = "Save a draft, complete or not")
    CheckSaved save(Caller caller, @PathVariable UUID id, @Valid @RequestBody CheckSave body) {
        return new CheckSaved(save.save(
                caller,
                id,
                body.revision(),
                new SaveCheck.Draft(body.answers(), body.place(), body.longitude(), body.latitude(), body.remark())));
    }

    @PostMapping("/{id}/submit")
    @RequiresPermission("inspection.check")
    @Operation(summary = "Hand in a draft; failed items open hazards. Doing it again changes nothing")
    ViewCheck.CheckView submit(Caller caller, @PathVariable UUID id) {
        submit.submit(caller, id);
        return view.view(caller, id);
    }

    @PostMapping("/{id}/not-possible")
    @RequiresPermission("inspection.check")
    @Operation(summary = "Record that the object could not be checked; the due day moves once")
    ViewCheck.CheckView notPossible(Caller caller, @PathVariable UUID id, @Valid @RequestBody VisitInVain body) {
        notPossible.report(caller, id, body.reason(), body.photos() == null ? List.of() : body.photos());
        return view.view(caller, id);
    }

    @PostMapping("/{id}/corrections")
    @RequiresPermission("inspection.check")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begin a correction with the same answers; it takes the place of the check when handed in")
    ViewCheck.CheckView correct(Caller caller, @PathVariable UUID id, @Valid @RequestBody CheckCorrection body) {
        correct.correct(caller, body.id(), id, body.reason());
        return view.view(caller, body.id());
    }

    @PostMapping("/{id}/discard")
    @RequiresPermission("inspection.check")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give up a draft")
    void discard(Caller caller, @PathVariable UUID id) {
        correct.discard(caller, id);
    }

    private static UUID object(CheckStart body) {
        return java.util.Objects.requireNonNull(body.objectId());
    }
}
