package org.anshe.campaign.internal.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as a sequence of paragraphs, whatever file it came from. */
public record PlanDocument(String fileName, Format format, List<Paragraph> paragraphs) {

    public PlanDocument {
        paragraphs = List.copyOf(paragraphs);
    }

    /** The kinds of file a plan can come in. */
    public enum Format {
        DOCX,
        TEXT,
        PDF
    }

    /**
     * One paragraph as a reader of the document sees it.
     *
     * @param line counts from 1
     * @param text as shown, with an automatic number already written out
     * @param page counts from 1, null where the format has no pages
     * @param headingLevel counts from 1, null for body text
     */
    public record Paragraph(
            int line,
            String text,
            @Nullable Integer page,
            @Nullable Integer headingLevel) {}
}
