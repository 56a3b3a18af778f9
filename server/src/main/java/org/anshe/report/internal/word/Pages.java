package org.anshe.report.internal.word;

import java.util.List;

/** What is to be set, in order; headings carry their numbers. */
public record Pages(
        String title,
        List<Block> blocks,
        String signature,
        String date,
        String tableTitle,
        List<String> tableHead,
        List<List<String>> tableRows) {

    public Pages {
        blocks = List.copyOf(blocks);
        tableHead = List.copyOf(tableHead);
        tableRows = List.copyOf(tableRows);
    }

    /** How a block is set. */
    public enum Kind {
        HEADING,
        SUBHEADING,
        BODY
    }

    public record Block(Kind kind, String text) {}
}
