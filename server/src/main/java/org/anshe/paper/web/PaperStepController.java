package org.anshe.paper.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.paper.internal.ChangePaper;
import org.anshe.paper.internal.EndPaper;
import org.anshe.paper.internal.IssuePaper;
import org.anshe.paper.internal.Paper;
import org.anshe.paper.internal.ServePaper;
import org.anshe.paper.internal.SignPaper;
import org.anshe.paper.internal.Signature;
import org.anshe.paper.internal.StampPaper;
import org.anshe.shared.Caller;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of a paper. Each names the version it was decided on; what the state does not offer is refused with 409. */
@RestController
@RequestMapping("/api/papers/{id}")
@Tag(name = "paper-steps")
class PaperStepController {

    private final ChangePaper changing;
    private final SignPaper signing;
    private final StampPaper stamping;
    private final IssuePaper issuing;
    private final ServePaper serving;
    private final EndPaper ending;
    private final BaseAddress base;

    PaperStepController(
            ChangePaper changing,
            SignPaper signing,
            StampPaper stamping,
            IssuePaper issuing,
            ServePaper serving,
            EndPaper ending,
            BaseAddress base) {
        this.changing = changing;
        this.signing = signing;
        this.stamping = stamping;
        this.issuing = issuing;
        this.serving = serving;
        this.ending = ending;
        this.base = base;
    }

    /** What a draft says: a text for each blank that is known, and the rows of the table. */
    record PaperText(
            @NotNull Integer version,

            @NotNull @Size(max = 60) Map<@Size(max = 40) String, @NotNull @Size(max = 4000) String> values,

            @NotNull @Size(max = 500) List<@NotNull @Size(max = 20) Map<@Size(max = 40) String, @NotNull @Size(max = 2000) String>> rows) {}

    /** @param image PNG in Base64, for a drawn signature */
    record NewSignature(
            @NotNull Integer version,
            @NotNull UUID id,

            @NotBlank @Pattern(regexp = "[a-z]+(-[a-z]+)*") @Size(max = 40) String place,

            @NotBlank @Size(max = 50) String name,
            @NotNull Signature.Way way,
            @Nullable @Size(max = 50) String witness,
            byte @Nullable [] image) {}

    record Stamping(@NotNull Integer version, @NotNull Boolean stamped) {}

    record PaperVersion(@NotNull Integer version) {}

    record PaperNumber(String number) {}

    /** @param note obligatory when the paper was left behind: who witnessed it */
    record Service(
            @NotNull Integer version,
            @NotNull Paper.Served.Way way,
            @NotNull LocalDate on,
            @NotBlank @Size(max = 100) String to,
            @Nullable @Size(max = 500) String note) {}

    record PaperEnd(
            @NotNull Integer version,
            @NotBlank @Size(max = 500) String reason) {}

    @PutMapping
    @RequiresPermission("paper.draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Rewrite a draft; signatures and seal given to the text before are taken back")
    void change(Caller caller, @PathVariable UUID id, @Valid @RequestBody PaperText p) {
        changing.change(caller, id, p.version(), p.values(), p.rows());
    }

    @PostMapping("/signatures")
    @RequiresPermission("paper.sign")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Record a signature, or the refusal of one before a witness")
    void sign(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewSignature p) {
        signing.sign(
                caller,
                id,
                p.version(),
                new SignPaper.Given(p.id(), p.place(), p.name(), p.way(), p.witness(), p.image()));
    }

    @PostMapping("/stamp")
    @RequiresPermission("paper.stamp")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Put the organ's seal on a draft or take it off")
    void stamp(Caller caller, @PathVariable UUID id, @Valid @RequestBody Stamping p) {
        stamping.stamp(caller, id, p.version(), p.stamped());
    }

    @PostMapping("/issue")
    @RequiresPermission("paper.issue")
    @Operation(summary = "Issue a paper: it gets its number and its files, and is frozen")
    PaperNumber issue(
            Caller caller, @PathVariable UUID id, @Valid @RequestBody PaperVersion p, HttpServletRequest request) {
        return new PaperNumber(issuing.issue(caller, id, p.version(), base.of(request)));
    }

    @PostMapping("/service")
    @RequiresPermission("paper.serve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Record how and when the paper came to the one it is addressed to")
    void serve(Caller caller, @PathVariable UUID id, @Valid @RequestBody Service p) {
        serving.serve(caller, id, p.version(), p.way(), p.on(), p.to(), p.note());
    }

    @PostMapping("/void")
    @RequiresPermission("paper.void")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Make an issued paper void; it keeps its number")
    void makeVoid(Caller caller, @PathVariable UUID id, @Valid @RequestBody PaperEnd p) {
        ending.makeVoid(caller, id, p.version(), p.reason());
    }

    @PostMapping("/withdrawal")
    @RequiresPermission("paper.draft")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Withdraw a draft")
    void withdraw(Caller caller, @PathVariable UUID id, @Valid @RequestBody PaperEnd p) {
        ending.withdraw(caller, id, p.version(), p.reason());
    }
}
