package org.anshe.hazard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.internal.ExtendTerm;
import org.anshe.hazard.internal.ListingRules;
import org.anshe.hazard.internal.ListingRules.StopWork;
import org.anshe.hazard.internal.SuperviseListed;
import org.anshe.shared.Caller;
import org.anshe.shared.OpenTo;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Listed supervision of major hazards: filed, published, extended, verified, delisted. */
@RestController
@Tag(name = "hazard-steps")
class ListingController {

    private final SuperviseListed supervision;
    private final ExtendTerm extending;
    private final ListingRules rules;

    ListingController(SuperviseListed supervision, ExtendTerm extending, ListingRules rules) {
        this.supervision = supervision;
        this.extending = extending;
        this.rules = rules;
    }

    /**
     * What is filed.
     *
     * @param clockSet code of one of the clock sets
     * @param leader who takes the case on
     * @param stopScope what may not be used; needed when work stops in part
     */
    record FilingPayload(
            @NotNull Integer version,
            @NotBlank @Size(max = 60) String clockSet,
            @NotBlank @Size(max = 200) String authority,
            @Nullable @Size(max = 100) String leader,
            @NotNull LocalDate termUntil,
            @NotNull StopWork stopWork,
            @Nullable @Size(max = 1000) String stopScope,
            @NotBlank @Size(max = 4000) String plan) {}

    /** What the public is told, and where. */
    record NoticePayload(
            @NotNull Integer version,
            @NotBlank @Size(max = 4000) String notice,
            @Nullable @Size(max = 300) String where) {}

    /** What was found. */
    record FindingPayload(
            @NotNull Integer version,
            @NotBlank @Size(max = 2000) String finding) {}

    @GetMapping("/api/listing-clock-sets")
    @OpenTo(OpenTo.Audience.LOGGED_IN)
    @Operation(summary = "The clock sets of listed supervision, each with where its values come from")
    List<ListingRules.ClockSet> sets() {
        return rules.all();
    }

    @PostMapping("/api/hazards/{id}/file-listing")
    @RequiresPermission("hazard.list")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "File a major hazard for listed supervision")
    void file(Caller caller, @PathVariable UUID id, @Valid @RequestBody FilingPayload p) {
        supervision.file(
                caller,
                id,
                p.version(),
                p.clockSet(),
                p.authority(),
                p.leader(),
                p.termUntil(),
                p.stopWork(),
                p.stopScope(),
                p.plan());
    }

    @PostMapping("/api/hazards/{id}/publish-listing")
    @RequiresPermission("hazard.list")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Publish the listing")
    void publish(Caller caller, @PathVariable UUID id, @Valid @RequestBody NoticePayload p) {
        supervision.publish(caller, id, p.version(), p.notice(), p.where());
    }

    @PostMapping("/api/hazards/{id}/ask-term")
    @RequiresPermission("hazard.rectify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ask for a longer term of the listing")
    void askTerm(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.ExtensionRequest p) {
        extending.ask(caller, id, p.version(), p.until(), p.reason());
    }

    @PostMapping("/api/hazards/{id}/grant-term")
    @RequiresPermission("hazard.list")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Grant the longer term as it was asked for")
    void grantTerm(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.WithNote p) {
        extending.grant(caller, id, p.version(), p.note());
    }

    @PostMapping("/api/hazards/{id}/refuse-term")
    @RequiresPermission("hazard.list")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Refuse the longer term")
    void refuseTerm(Caller caller, @PathVariable UUID id, @Valid @RequestBody StepPayloads.WithReason p) {
        extending.refuse(caller, id, p.version(), p.reason());
    }

    @PostMapping("/api/hazards/{id}/ask-verification")
    @RequiresPermission("hazard.rectify")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ask for the verification of a listed hazard")
    void askVerification(Caller caller, @PathVariable UUID id, @Valid @RequestBody BesidePayloads.WithNote p) {
        supervision.askVerification(caller, id, p.version(), p.note());
    }

    @PostMapping("/api/hazards/{id}/pass-verification")
    @RequiresPermission("hazard.list")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Verify a listed hazard: it may be delisted and closed")
    void pass(Caller caller, @PathVariable UUID id, @Valid @RequestBody FindingPayload p) {
        supervision.verify(caller, id, p.version(), true, p.finding());
    }

    @PostMapping("/api/hazards/{id}/fail-verification")
    @RequiresPermission("hazard.list")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Find a listed hazard not to be put right")
    void fail(Caller caller, @PathVariable UUID id, @Valid @RequestBody FindingPayload p) {
        supervision.verify(caller, id, p.version(), false, p.finding());
    }

    @PostMapping("/api/hazards/{id}/publish-delisting")
    @RequiresPermission("hazard.list")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Publish the delisting and end the supervision")
    void end(Caller caller, @PathVariable UUID id, @Valid @RequestBody NoticePayload p) {
        supervision.end(caller, id, p.version(), p.notice(), p.where());
    }
}
