package org.anshe.campaign.internal.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A paragraph in the form the grammar matches: simplified characters, half-width digits and punctuation, no blanks.
 * Every character knows where it stood, so that findings point into the text as printed.
 */
final class PlanText {

    private static final String FULL = "（）［］｛｝，；：！？％．～〜－﹣–＝≧≦﹑";
    private static final String HALF = "()[]{},;:!?%.~~----=≥≤、";

    private static final int PIECE_LENGTH = 4_000;

    private final int line;
    private final String original;
    private final String plain;
    private final int[] origin;
    private final boolean[] quoted;

    private final boolean continued;

    private PlanText(int line, String original, String plain, int[] origin, boolean continued) {
        this.continued = continued;
        this.line = line;
        this.original = original;
        this.plain = plain;
        this.origin = origin;
        this.quoted = bookTitles(plain);
    }

    static PlanText of(PlanDocument.Paragraph paragraph) {
        String text = paragraph.text();
        var plain = new StringBuilder(text.length());
        int[] origin = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            char character = normal(text.charAt(i));
            if (character != ' ') {
                origin[plain.length()] = i;
                plain.append(character);
            }
        }
        return new PlanText(paragraph.line(), text, plain.toString(), Arrays.copyOf(origin, plain.length()), false);
    }

    /**
     * The paragraph in pieces of bounded length, cut after a sentence where there is one. Readers compare the findings
     * of a piece with one another, so a bound on pieces keeps the whole linear. Usual paragraphs are one piece.
     */
    static List<PlanText> pieces(PlanDocument.Paragraph paragraph) {
        PlanText whole = of(paragraph);
        if (whole.length() <= PIECE_LENGTH) {
            return List.of(whole);
        }
        List<PlanText> pieces = new ArrayList<>();
        for (int from = 0; from < whole.length(); ) {
            int to = whole.cut(from);
            int[] origin = Arrays.copyOfRange(whole.origin, from, to);
            pieces.add(new PlanText(whole.line, whole.original, whole.plain.substring(from, to), origin, from > 0));
            from = to;
        }
        return pieces;
    }

    private int cut(int from) {
        int limit = Math.min(plain.length(), from + PIECE_LENGTH);
        for (int i = limit; limit < plain.length() && i > from + PIECE_LENGTH / 2; i--) {
            if (plain.charAt(i - 1) == '。') {
                return i;
            }
        }
        return limit;
    }

    /** Whether this is a later piece of a paragraph, which begins no item. */
    boolean continued() {
        return continued;
    }

    private static char normal(char character) {
        if (character == '\t') {
            return '\t';
        }
        if (character <= ' ' || Character.isWhitespace(character) || Character.isSpaceChar(character)) {
            return ' ';
        }
        int width = FULL.indexOf(character);
        if (width >= 0) {
            return HALF.charAt(width);
        }
        return switch (character) {
            case '\u200b', '\ufeff', '\u200e', '\u200f', '\u00ad' -> ' ';
            case '「', '『', '＂' -> '“';
            case '」', '』' -> '”';
            case '―', '─', '━', '‒' -> '—';
            case '○', '〇', '◯' -> '〇';
            case '＊', '﹡' -> '*';
            default ->
                character >= '！' && character <= '～' ? (char) (character - '！' + '!') : SimplifiedForms.of(character);
        };
    }

    /** Marks what stands inside 《…》: titles of other documents, whose dates and cues are not this plan's. */
    private static boolean[] bookTitles(String plain) {
        boolean[] inside = new boolean[plain.length()];
        int open = -1;
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) == '《' && open < 0) {
                open = i;
            } else if (plain.charAt(i) == '》' && open >= 0) {
                Arrays.fill(inside, open, i + 1, true);
                open = -1;
            }
        }
        return inside;
    }

    int line() {
        return line;
    }

    String plain() {
        return plain;
    }

    int length() {
        return plain.length();
    }

    boolean inTitle(int index) {
        return index < quoted.length && quoted[index];
    }

    /** The passage of the original paragraph behind plain characters start to end. */
    Passage passage(int start, int end) {
        if (start >= end) {
            int at = start < origin.length ? origin[start] : original.length();
            return new Passage(line, at, at);
        }
        return new Passage(line, origin[start], origin[end - 1] + 1);
    }

    /** What is printed behind plain characters start to end. */
    String printed(int start, int end) {
        if (start >= end) {
            return "";
        }
        return original.substring(origin[start], origin[end - 1] + 1).strip();
    }

    /** Sentences, ended by 。!? and, unless coarse, also by semicolons. */
    List<Span> sentences(boolean atSemicolons) {
        return split(0, plain.length(), atSemicolons ? "。!?;\t" : "。!?\t");
    }

    /** Clauses between commas and stronger marks within a stretch. */
    List<Span> clauses(int from, int to) {
        return split(from, to, "。!?;,:\t");
    }

    private List<Span> split(int from, int to, String marks) {
        List<Span> parts = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i++) {
            if (marks.indexOf(plain.charAt(i)) >= 0 && !withinNumber(i)) {
                if (i > start) {
                    parts.add(new Span(start, i));
                }
                start = i + 1;
            }
        }
        if (start < to) {
            parts.add(new Span(start, to));
        }
        return parts;
    }

    private boolean withinNumber(int index) {
        char mark = plain.charAt(index);
        return (mark == ',' || mark == ':')
                && index > 0
                && index + 1 < plain.length()
                && isDigit(plain.charAt(index - 1))
                && isDigit(plain.charAt(index + 1));
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Plain characters start (inclusive) to end (exclusive). */
    record Span(int start, int end) {

        boolean contains(int index) {
            return index >= start && index < end;
        }

        boolean overlaps(int from, int to) {
            return from < end && to > start;
        }

        String of(String text) {
            return text.substring(start, end);
        }
    }
}
