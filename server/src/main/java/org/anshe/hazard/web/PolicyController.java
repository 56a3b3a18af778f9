package org.anshe.hazard.web;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.hazard.internal.CheckRecipients;
import org.anshe.hazard.internal.KeepPolicies;
import org.anshe.hazard.internal.PublishPolicy;
import org.anshe.hazard.internal.policy.ClockPolicy;
import org.anshe.hazard.internal.policy.PolicyContent;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Clock policies with their escalation ladder: drafts, publishing with a look at what would change, withdrawal. */
@RestController
@RequestMapping("/api/clock-policies")
class PolicyController {

    private final KeepPolicies keeping;
    private final PublishPolicy publishing;
    private final CheckRecipients recipients;

    PolicyController(KeepPolicies keeping, PublishPolicy publishing, CheckRecipients recipients) {
        this.keeping = keeping;
        this.publishing = publishing;
        this.recipients = recipients;
    }

    /**
     * A draft.
     *
     * @param version of the draft it was made from; null for a new one
     * @param areaKey null: everywhere
     * @param source where the values come from
     */
    record DraftPayload(
            @Nullable Integer version,
            @Nullable AreaKey areaKey,
            @NotBlank @Size(max = 100) String name,
            @NotNull LocalDate effectiveFrom,
            @NotBlank @Size(max = 300) String source,
            @NotNull PolicyContent content) {

        KeepPolicies.Draft draft() {
            return new KeepPolicies.Draft(areaKey, name, effectiveFrom, source, content);
        }
    }

    record VersionPayload(@NotNull Integer version) {}

    /** What becomes of the clocks that run. */
    record PublicationPayload(@NotNull Integer version, PublishPolicy.@NotNull Running running) {}

    record WithdrawalPayload(
            @NotNull Integer version,
            @NotBlank @Size(max = 1000) String reason) {}

    /** How many running clocks were set anew. */
    record Published(int moved) {}

    @GetMapping
    @RequiresPermission("hazard.view-policy")
    @Operation(summary = "All clock policies, drafts first")
    List<ClockPolicy> list() {
        return keeping.list();
    }

    @GetMapping("/{id}")
    @RequiresPermission("hazard.view-policy")
    @Operation(summary = "One clock policy")
    ClockPolicy one(@PathVariable UUID id) {
        return keeping.get(id);
    }

    @GetMapping("/{id}/unheard")
    @RequiresPermission("hazard.view-policy")
    @Operation(
            summary = "Recipients of the ladder that nobody can be today",
            description = "Pointers into the content. It is no error: posts may be filled after publishing.")
    List<FieldError> unheard(@PathVariable UUID id) {
        return recipients.check(id);
    }

    @PutMapping("/{id}")
    @RequiresPermission("hazard.publish-policy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Write a draft", description = "A published policy is refused: make a draft from it.")
    void save(Caller caller, @PathVariable UUID id, @Valid @RequestBody DraftPayload payload) {
        keeping.save(caller, id, payload.version(), payload.draft());
    }

    @PostMapping("/{id}/discard")
    @RequiresPermission("hazard.publish-policy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Throw a draft away")
    void discard(Caller caller, @PathVariable UUID id, @Valid @RequestBody VersionPayload payload) {
        keeping.discard(caller, id, payload.version());
    }

    @GetMapping("/{id}/effects")
    @RequiresPermission("hazard.publish-policy")
    @Operation(summary = "What publishing would do to the clocks that run")
    PublishPolicy.Effects effects(Caller caller, @PathVariable UUID id) {
        return publishing.preview(caller, id);
    }

    @PostMapping("/{id}/publish")
    @RequiresPermission("hazard.publish-policy")
    @Operation(
            summary = "Put a policy in force",
            description = "Clocks that run keep their end or are set anew, as the caller says; never silently.")
    Published publish(Caller caller, @PathVariable UUID id, @Valid @RequestBody PublicationPayload payload) {
        return new Published(publishing.publish(caller, id, payload.version(), payload.running()));
    }

    @PostMapping("/{id}/withdraw")
    @RequiresPermission("hazard.publish-policy")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraw a published policy")
    void withdraw(Caller caller, @PathVariable UUID id, @Valid @RequestBody WithdrawalPayload payload) {
        keeping.withdraw(caller, id, payload.version(), payload.reason());
    }
}
