package org.anshe.campaign.internal.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Traditional characters to simplified, one for one, from the OpenCC table that opencc4j carries. */
final class SimplifiedForms {

    private static final String TABLE = "/data/dictionary/TSCharacters.txt";
    private static final char[] FORMS = load();

    private SimplifiedForms() {}

    static char of(char character) {
        char form = FORMS[character];
        return form == 0 ? character : form;
    }

    private static char[] load() {
        char[] forms = new char[Character.MAX_VALUE + 1];
        try (InputStream in = SimplifiedForms.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the table of character forms is missing: " + TABLE);
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String row = reader.readLine(); row != null; row = reader.readLine()) {
                String[] cells = row.split("[\\s]+", -1);
                if (cells.length >= 2 && cells[0].length() == 1 && cells[1].length() == 1) {
                    forms[cells[0].charAt(0)] = cells[1].charAt(0);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return forms;
    }
}
