package org.anshe.paper.internal.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it is set, the same for PDF and Word.
 *
 * @param organ the head of the paper
 * @param number as printed; a draft has a blank in it
 * @param watermark set across every page, null for none
 * @param code what the QR code says, null while the paper is not issued
 * @param author who is told as the author of the file
 */
public record Sheet(
        String organ,
        String number,
        String title,
        List<Part> parts,
        @Nullable String watermark,
        @Nullable String code,
        String author) {

    public static final String CODE_CAPTION = "扫码核验真伪";

    public Sheet {
        parts = List.copyOf(parts);
    }

    /** A part, in order. */
    public sealed interface Part {}

    /** Who it is written to: at the margin. */
    public record Addressee(String text) implements Part {}

    /** A paragraph, two characters in. */
    public record Paragraph(String text) implements Part {}

    /**
     * A label with what is known.
     *
     * @param value null for a line to write on
     */
    public record Line(String label, @Nullable String value) implements Part {}

    /** A table; the head repeats on every page. */
    public record Table(List<Column> columns, List<List<String>> rows) implements Part {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** @param share of the width, against those of the other columns */
    public record Column(String label, int share) {}

    /** Who signs. */
    public record Signatures(List<Place> places) implements Part {
        public Signatures {
            places = List.copyOf(places);
        }
    }

    /** @param signed empty for a line to sign on */
    public record Place(String label, List<Signed> signed) {
        public Place {
            signed = List.copyOf(signed);
        }
    }

    /**
     * One signature.
     *
     * @param text what stands there in print
     * @param image PNG of the drawn one, null for none
     * @param line whether a line to sign on stands before the text
     */
    public record Signed(String text, @Nullable Picture image, boolean line, String date) {}

    /** PNG bytes. */
    public record Picture(byte[] png) {
        public Picture {
            png = png.clone();
        }

        @Override
        public byte[] png() {
            return png.clone();
        }
    }

    /**
     * Organ and date at the right, with the seal across them.
     *
     * @param stamp null to leave the place for one
     */
    public record Closing(
            String organ, String date, @Nullable Picture stamp) implements Part {}

    /** Copies and remarks. */
    public record Note(String text) implements Part {}
}
