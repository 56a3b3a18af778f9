package org.anshe.attachment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MediaKindTests {

    /** Plan documents are read up to this size, and their originals are kept here. */
    private static final long LARGEST_PLAN = 100L << 20;

    @Test
    void keepsDocumentsAsLargeAsPlansMayBe() {
        assertThat(MediaKind.DOCX.largest()).isEqualTo(LARGEST_PLAN);
        assertThat(MediaKind.PDF.largest()).isEqualTo(LARGEST_PLAN);
    }

    @Test
    void receivesAsMuchAsTheLargestKindMayHold() {
        for (MediaKind kind : MediaKind.values()) {
            assertThat(kind.largest()).isLessThanOrEqualTo(MediaKind.LARGEST);
        }
    }
}
