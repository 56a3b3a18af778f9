package org.anshe.report.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import org.anshe.report.internal.FindCommonProblems;
import org.anshe.report.internal.ProblemDimension;
import org.anshe.report.internal.ReportPeriod;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What hazards have in common, and the rows behind each number. */
@RestController
class CommonProblemController {

    private final FindCommonProblems problems;

    CommonProblemController(FindCommonProblems problems) {
        this.problems = problems;
    }

    @GetMapping("/api/common-problems")
    @RequiresPermission("common-problem.view")
    @Operation(summary = "Hazards of a period grouped by what they have in common, beside the period before")
    FindCommonProblems.Found find(
            Caller caller,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "DOMAIN") ProblemDimension by,
            @RequestParam(defaultValue = "COUNT") FindCommonProblems.Order order) {
        return problems.find(caller, area, new ReportPeriod(from, to), by, order);
    }

    @GetMapping("/api/common-problems/rows")
    @RequiresPermission("common-problem.view")
    @Operation(summary = "The hazards one number counted, newest first")
    Page<FindCommonProblems.Case> rows(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable AreaKey area,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam ProblemDimension by,
            @RequestParam String key,
            @RequestParam(defaultValue = "NOW") FindCommonProblems.Of of) {
        return problems.rows(caller, area, new ReportPeriod(from, to), by, key, of, page);
    }
}
