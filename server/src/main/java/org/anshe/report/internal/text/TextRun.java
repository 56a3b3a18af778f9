package org.anshe.report.internal.text;

import org.jspecify.annotations.Nullable;

/**
 * A piece of text.
 *
 * @param figure key of the figure it prints, null for words
 */
public record TextRun(String text, @Nullable String figure) {

    public static TextRun words(String text) {
        return new TextRun(text, null);
    }
}
