package org.anshe.campaign.internal.reading;

/**
 * The place in the document that a finding was read from.
 *
 * @param line the paragraph, from 1
 * @param start first character of the passage in the paragraph's text, from 0
 * @param end the character after the last one
 */
public record Passage(int line, int start, int end) {

    public Passage {
        if (line < 1 || start < 0 || end < start) {
            throw new IllegalArgumentException("no passage: line " + line + ", " + start + " to " + end);
        }
    }
}
