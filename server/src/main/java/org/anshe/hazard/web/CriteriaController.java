package org.anshe.hazard.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.anshe.deadline.WorkingCalendar;
import org.anshe.hazard.internal.MajorCriteria;
import org.anshe.shared.OpenTo;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The library of criteria for major hazards. */
@RestController
class CriteriaController {

    private final MajorCriteria criteria;
    private final Clock clock;

    CriteriaController(MajorCriteria criteria, Clock clock) {
        this.criteria = criteria;
        this.clock = clock;
    }

    @GetMapping("/api/hazard-criteria")
    @OpenTo(OpenTo.Audience.LOGGED_IN)
    @Operation(
            summary = "Criteria by which a hazard is a major one",
            description =
                    "Of the standards in force on the day, today when it is left out; each says what of it is missing.")
    List<MajorCriteria.Standard> criteria(@RequestParam(required = false) @Nullable LocalDate on) {
        return criteria.on(on == null ? WorkingCalendar.dayOf(clock.instant()) : on);
    }
}
