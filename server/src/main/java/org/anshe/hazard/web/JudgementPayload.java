package org.anshe.hazard.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.anshe.hazard.internal.Judgement;
import org.jspecify.annotations.Nullable;

/**
 * What people judged together.
 *
 * @param criteria codes of the criteria library; none when it was judged as a whole
 * @param judges at least three different people
 */
record JudgementPayload(
        @NotNull LocalDate heldOn,
        @Nullable @Size(max = 20) Set<@NotBlank @Size(max = 60) String> criteria,
        @NotNull @Size(max = 30) List<@Valid JudgePayload> judges,
        @NotBlank @Size(max = 2000) String opinion) {

    /** One of them, with office and post or qualification. */
    record JudgePayload(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 200) String standing) {}

    Judgement judgement() {
        return new Judgement(
                heldOn,
                criteria == null ? Set.of() : criteria,
                judges.stream()
                        .map(one -> new Judgement.Judge(
                                one.name().strip(),
                                one.standing() == null || one.standing().isBlank()
                                        ? null
                                        : one.standing().strip()))
                        .toList(),
                opinion);
    }
}
