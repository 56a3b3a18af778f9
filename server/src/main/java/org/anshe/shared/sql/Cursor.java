package org.anshe.shared.sql;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;

/**
 * The position of a row in a list as an opaque text: the values it is sorted by, separated by {@code |}, in URL-safe
 * Base64.
 */
public record Cursor(List<String> parts) {

    public static String of(Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            if (!text.isEmpty()) {
                text.append('|');
            }
            text.append(value);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a cursor of a list sorted by this many values; anything else is refused. */
    public static Cursor parse(String text, int values) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split("\\|", -1));
            if (parts.size() == values) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException e) {
            throw refusal(e);
        }
        throw new ProblemException(SharedProblem.BAD_CURSOR);
    }

    public String text(int index) {
        return parts.get(index);
    }

    /** A text that was written as {@link #encoded}. */
    public String decoded(int index) {
        try {
            return URLDecoder.decode(parts.get(index), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refusal(e);
        }
    }

    /** Any text so that it holds no separator. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public long number(int index) {
        try {
            return Long.parseLong(parts.get(index));
        } catch (NumberFormatException e) {
            throw refusal(e);
        }
    }

    public int integer(int index) {
        try {
            return Integer.parseInt(parts.get(index));
        } catch (NumberFormatException e) {
            throw refusal(e);
        }
    }

    public LocalDate day(int index) {
        try {
            return LocalDate.parse(parts.get(index));
        } catch (DateTimeException e) {
            throw refusal(e);
        }
    }

    public Instant instant(int index) {
        try {
            return Instant.parse(parts.get(index));
        } catch (DateTimeException e) {
            throw refusal(e);
        }
    }

    public UUID uuid(int index) {
        try {
            return UUID.fromString(parts.get(index));
        } catch (IllegalArgumentException e) {
            throw refusal(e);
        }
    }

    private static ProblemException refusal(RuntimeException cause) {
        ProblemException refusal = new ProblemException(SharedProblem.BAD_CURSOR);
        refusal.initCause(cause);
        return refusal;
    }
}
