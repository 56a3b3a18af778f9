package org.anshe.hazard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.anshe.hazard.internal.JudgeGrade;
import org.anshe.hazard.internal.ReportMajorHazard;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a major hazard asks for besides: the judgement and the report to the authority. */
@RestController
@RequestMapping("/api/hazards/{id}")
@Tag(name = "hazard-steps")
class MajorHazardController {

    private final JudgeGrade judging;
    private final ReportMajorHazard reportingMajor;

    MajorHazardController(JudgeGrade judging, ReportMajorHazard reportingMajor) {
        this.judging = judging;
        this.reportingMajor = reportingMajor;
    }

    @PostMapping("/judge")
    @RequiresPermission("hazard.confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Record a collective judgement of its grade")
    void judge(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.Grading p) {
        judging.judge(caller, id, p.version(), p.grade(), p.judgement().judgement());
    }

    @PostMapping("/report-major")
    @RequiresPermission("hazard.report-major")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Record the report of a major hazard to the authority")
    void reportMajor(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.MajorReport p) {
        reportingMajor.report(caller, id, p.version(), p.contents());
    }
}
