package org.anshe.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

class ProblemAdviceTests {

    @Test
    void tellsHowLargeAnUploadMayBeWhenTheContainerDoesNot() {
        ProblemAdvice advice = new ProblemAdvice(List.of(), DataSize.ofMegabytes(100));

        ProblemDetail refusal = Objects.requireNonNull(
                advice.tooLarge(new MaxUploadSizeExceededException(-1)).getBody());

        assertThat(refusal.getStatus()).isEqualTo(413);
        assertThat(refusal.getProperties()).containsAllEntriesOf(Map.of("largestBytes", 100L << 20));
    }
}
