package org.anshe.paper.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anshe.shared.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * A kind of paper as its file under {@code data/papers} says.
 *
 * @param version counts up with every change of the wording; a draft keeps the one it was made with
 * @param effectiveFrom the first day the version is used for new drafts
 * @param effectiveUntil the last day, null while nothing ended it
 * @param title as printed
 * @param number pattern of the printed number with {@code {organ}}, {@code {year}} and {@code {number}}
 */
public record PaperKind(
        String code,
        int version,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveUntil,
        int order,
        LocalText name,
        String title,
        String number,
        List<Field> fields,
        List<Column> columns,
        List<Block> blocks,
        List<Place> places) {

    public PaperKind {
        fields = List.copyOf(fields);
        columns = List.copyOf(columns);
        blocks = List.copyOf(blocks);
        places = List.copyOf(places);
        check(code, fields, columns, blocks);
    }

    /**
     * A blank to be filled.
     *
     * @param required whether the paper cannot be issued without it
     */
    public record Field(String name, LocalText label, Input input, boolean required) {

        /** How it is typed and printed. */
        public enum Input {
            TEXT,
            LINES,
            DAY
        }
    }

    /**
     * A column of the table.
     *
     * @param share of the width, against those of the other columns
     */
    public record Column(String name, LocalText label, int share) {}

    /**
     * A part of the paper, in order.
     *
     * @param when whether it is only set with or without rows in the table; null for both
     */
    public record Block(Type type, String text, @Nullable When when) {

        /** How it is set. */
        public enum Type {
            /** The one it is written to, at the margin. */
            ADDRESSEE,
            PARAGRAPH,
            /** A label and what stands behind it, at the margin; a line to write on when it is unknown. */
            LINE,
            /** The rows. */
            TABLE,
            /** The places for signatures. */
            SIGNATURES,
            /** Organ, date and seal. */
            CLOSING,
            /** Copies and remarks, small. */
            NOTE
        }

        /** With or without rows. */
        public enum When {
            ROWS,
            NO_ROWS
        }
    }

    /**
     * A place for signatures.
     *
     * @param least how many must have signed before the paper is issued
     * @param mayRefuse whether who signs here may refuse to, before a witness
     */
    public record Place(String code, LocalText label, int least, boolean mayRefuse) {}

    Optional<Place> place(String wanted) {
        return places.stream().filter(place -> place.code().equals(wanted)).findFirst();
    }

    boolean inForce(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveUntil == null || !day.isAfter(effectiveUntil));
    }

    private static void check(String code, List<Field> fields, List<Column> columns, List<Block> blocks) {
        Set<String> known = new HashSet<>(Set.of("organ"));
        fields.forEach(field -> known.add(field.name()));
        for (Block block : blocks) {
            Wording.names(block.text()).stream()
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new IllegalStateException("The paper kind " + code + " has no field " + name);
                    });
            if (block.type() == Block.Type.TABLE && columns.isEmpty()) {
                throw new IllegalStateException("The paper kind " + code + " has a table without columns");
            }
        }
    }
}
