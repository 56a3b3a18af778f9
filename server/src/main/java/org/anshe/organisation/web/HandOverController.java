package org.anshe.organisation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anshe.organisation.HeldWork.Item;
import org.anshe.organisation.internal.HandOverParts.Part;
import org.anshe.organisation.internal.HandOverQueries;
import org.anshe.organisation.internal.HandOverQueries.HandOverRow;
import org.anshe.organisation.internal.HandOverWork;
import org.anshe.organisation.internal.HandOverWork.Wanted;
import org.anshe.organisation.internal.PreviewHandOver;
import org.anshe.organisation.internal.PreviewHandOver.Holdings;
import org.anshe.organisation.internal.PreviewHandOver.Preview;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hands the work of a person over to successors. */
@RestController
@Tag(name = "Hand-overs")
class HandOverController {

    private final PreviewHandOver preview;
    private final HandOverWork work;
    private final HandOverQueries handOvers;

    HandOverController(PreviewHandOver preview, HandOverWork work, HandOverQueries handOvers) {
        this.preview = preview;
        this.work = work;
        this.handOvers = handOvers;
    }

    /**
     * What one successor takes over.
     *
     * @param work kinds of work; all of them when empty
     * @param area only what lies there; left out for everything that no other part takes
     * @param roles whether the roles go along, as far as the caller may give them
     */
    record HandOverPart(
            @NotNull UUID successorId,
            @Nullable @Size(max = 20) Set<@NotBlank String> work,
            @Nullable AreaKey area,
            boolean roles) {

        Part part() {
            return new Part(successorId, work == null ? Set.of() : work, area, roles);
        }
    }

    record WantedPreview(
            @NotNull UUID personId,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull HandOverPart> parts) {}

    /** A hand-over; the id is made by the caller, so that a repeat does nothing again. */
    record NewHandOver(
            @NotNull UUID id,
            @NotNull UUID personId,
            @NotBlank @Size(max = 500) String reason,
            @NotNull LocalDate handedOn,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull HandOverPart> parts) {}

    @GetMapping("/api/held-work/{person}")
    @RequiresPermission("work.hand-over")
    @Operation(summary = "What a person has to do, by kind, where the caller hands over work")
    Holdings holdings(Caller caller, @PathVariable UUID person) {
        return preview.holdings(caller, person);
    }

    @PostMapping("/api/hand-overs/preview")
    @RequiresPermission("work.hand-over")
    @Operation(summary = "What a hand-over would move, and what would stay and why")
    Preview preview(Caller caller, @Valid @RequestBody WantedPreview wanted) {
        return preview.preview(caller, wanted.personId(), parts(wanted.parts()));
    }

    @PostMapping("/api/hand-overs")
    @RequiresPermission("work.hand-over")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Hands the open work of a person over in one step")
    HandOverRow handOver(Caller caller, @Valid @RequestBody NewHandOver wanted) {
        work.handOver(
                caller,
                new Wanted(wanted.id(), wanted.personId(), wanted.reason(), wanted.handedOn(), parts(wanted.parts())));
        return get(caller, wanted.id());
    }

    @GetMapping("/api/hand-overs")
    @RequiresPermission("work.hand-over")
    @Operation(summary = "Hand-overs of the caller's people, newest first")
    Page<HandOverRow> list(Caller caller, PageRequest page, @RequestParam(required = false) @Nullable UUID person) {
        return handOvers.list(caller.scope(), person, page);
    }

    @GetMapping("/api/hand-overs/{id}")
    @RequiresPermission("work.hand-over")
    @Operation(summary = "One hand-over: who, to whom, when, how much, by whom")
    HandOverRow get(Caller caller, @PathVariable UUID id) {
        return handOvers.find(caller.scope(), id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    @GetMapping("/api/hand-overs/{id}/items")
    @RequiresPermission("work.hand-over")
    @Operation(summary = "The records one share of a hand-over moved, as far as they lie in the caller's areas")
    Page<Item> items(Caller caller, PageRequest page, @PathVariable UUID id, @RequestParam int position) {
        get(caller, id);
        return handOvers.items(caller.scope(), id, position, page);
    }

    private static List<Part> parts(List<HandOverPart> parts) {
        return parts.stream().map(HandOverPart::part).toList();
    }
}
