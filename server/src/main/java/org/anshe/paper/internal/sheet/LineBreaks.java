package org.anshe.paper.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Breaks a text into lines the way Chinese is set: between any two characters, but no closing mark begins a line and no
 * opening one ends it, and Latin words and numbers stay whole as long as they fit.
 */
final class LineBreaks {

    private static final String NEVER_FIRST = "，。、；：？！）》」』”’】〕〉…—·％%,.;:?!)]}";
    private static final String NEVER_LAST = "（《「『“‘【〔〈([{";

    private LineBreaks() {}

    /**
     * The lines.
     *
     * @param width what a line holds
     * @param indent what the first line holds less
     * @param measure width of a text
     */
    static List<String> of(String text, double width, double indent, ToDoubleFunction<String> measure) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        double room = width - indent;
        for (String piece : pieces(text)) {
            for (String part : fitting(piece, width, measure)) {
                if (!line.isEmpty() && measure.applyAsDouble(line + part) > room) {
                    lines.add(cut(line));
                    room = width;
                }
                line.append(part);
            }
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Takes the line, leaving behind what may not end it. */
    private static String cut(StringBuilder line) {
        String whole = line.toString();
        int end = whole.length();
        while (end > 1 && NEVER_LAST.indexOf(whole.charAt(end - 1)) >= 0) {
            end--;
        }
        line.setLength(0);
        line.append(whole.substring(end));
        return whole.substring(0, end);
    }

    /** Characters, each with the closing marks that follow it; runs of Latin letters and digits as one. */
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            int character = characters[i];
            boolean joins = i > 0
                    && (NEVER_FIRST.indexOf(character) >= 0 || (isLatin(character) && isLatin(characters[i - 1])));
            if (!joins && !piece.isEmpty()) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(character);
        }
        if (!piece.isEmpty()) {
            pieces.add(piece.toString());
        }
        return pieces;
    }

    /** A word that is longer than a line is cut where it must be. */
    private static List<String> fitting(String piece, double width, ToDoubleFunction<String> measure) {
        if (measure.applyAsDouble(piece) <= width) {
            return List.of(piece);
        }
        return piece.codePoints().mapToObj(Character::toString).toList();
    }

    private static boolean isLatin(int character) {
        return character > ' ' && character < 0x250 && character != '_';
    }
}
