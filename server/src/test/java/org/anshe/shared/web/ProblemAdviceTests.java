package org.anshe.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.shared.ConstraintProblems;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ProblemDetail;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class ProblemAdviceTests {

    @RestController
    static class Faulty {

        @GetMapping("/things/{id}")
        String thing(@PathVariable UUID id) {
            throw new IllegalArgumentException("a mistake of ours about " + id);
        }
    }

    private static final FieldError PLACE = new FieldError("/place", "length");

    private final ProblemAdvice advice = new ProblemAdvice(
            List.of(
                    new ConstraintProblems(Map.of("name_taken", SharedProblem.CONFLICT)),
                    new ConstraintProblems(Map.of(), Map.of("place_length", PLACE))),
            DataSize.ofMegabytes(100));

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Faulty())
            .setControllerAdvice(advice)
            .build();

    @Test
    void aConstraintOfAFieldNamesTheField() {
        ProblemDetail detail = refusedBy("place_length");

        assertThat(detail.getStatus()).isEqualTo(400);
        assertThat(detail.getType()).hasToString("/problems/shared/invalid");
        assertThat(detail.getProperties()).containsEntry("errors", List.of(PLACE));
    }

    @Test
    void aConstraintWithAProblemOfItsOwnIsToldAsThat() {
        assertThat(refusedBy("name_taken").getType()).hasToString("/problems/shared/conflict");
    }

    @Test
    void aConstraintNobodyTranslatedIsNamed() {
        ProblemDetail detail = refusedBy("odd_check");

        assertThat(detail.getType()).hasToString("/problems/shared/constraint");
        assertThat(detail.getProperties()).containsEntry("constraint", "odd_check");
    }

    @Test
    void tellsHowLargeAnUploadMayBeWhenTheContainerDoesNot() {
        ProblemDetail refusal = Objects.requireNonNull(
                advice.tooLarge(new MaxUploadSizeExceededException(-1)).getBody());

        assertThat(refusal.getStatus()).isEqualTo(413);
        assertThat(refusal.getProperties()).containsAllEntriesOf(Map.of("largestBytes", 100L << 20));
    }

    @Test
    void aMistakeOfTheServerIsNotBlamedOnWhoAsks() throws Exception {
        mvc.perform(get("/things/0198aaaa-0000-7000-8000-000000000000"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.type").value("/problems/shared/internal"))
                .andExpect(jsonPath("$.detail").doesNotExist());
    }

    @Test
    void aValueThatCannotBeReadIsAMistakeOfWhoAsks() throws Exception {
        mvc.perform(get("/things/one"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/id"));
    }

    private ProblemDetail refusedBy(String constraint) {
        PSQLException refusal =
                new PSQLException(new ServerErrorMessage("SERROR\0C23514\0Mrefused\0n" + constraint + "\0\0"));
        return Objects.requireNonNull(advice.database(new DataIntegrityViolationException("refused", refusal))
                .getBody());
    }
}
