package org.anshe.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.anshe.shared.ConstraintProblems;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class ProblemAdviceTests {

    private static final FieldError PLACE = new FieldError("/place", "length");

    private final ProblemAdvice advice = new ProblemAdvice(
            List.of(
                    new ConstraintProblems(Map.of("name_taken", SharedProblem.CONFLICT)),
                    new ConstraintProblems(Map.of(), Map.of("place_length", PLACE))),
            DataSize.ofMegabytes(100));

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

    private ProblemDetail refusedBy(String constraint) {
        PSQLException refusal =
                new PSQLException(new ServerErrorMessage("SERROR\0C23514\0Mrefused\0n" + constraint + "\0\0"));
        return Objects.requireNonNull(advice.database(new DataIntegrityViolationException("refused", refusal))
                .getBody());
    }
}
