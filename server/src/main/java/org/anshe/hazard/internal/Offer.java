package org.anshe.hazard.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step the caller may take now.
 *
 * @param action last part of the address: POST /api/hazards/{id}/{action}
 * @param fields what to ask for, besides the version
 */
public record Offer(String action, List<Field> fields) {

    /** How a field is asked for. */
    public enum Kind {
        TEXT,
        LONG_TEXT,
        GRADE,
        UNIT,
        PERSON,
        FUNDING,
        DATE,
        PICTURES,
        HAZARD,
        CHOICE,
        /** A clock with a count and a unit. */
        LIMIT,
        /** What at least three people judged together. */
        JUDGEMENT
    }

    /**
     * One field.
     *
     * @param required whether the step is refused without it
     * @param value what stands there now, null for nothing
     * @param first for dates: the earliest
     * @param last for dates: the latest
     * @param options for choices: what there is to choose
     */
    public record Field(
            String name,
            Kind kind,
            boolean required,
            @Nullable Object value,
            @Nullable String first,
            @Nullable String last,
            List<Option> options) {}

    /** One thing to choose: its value, and the code its words are found by. */
    public record Option(String value, String code) {}

    /** Collects the fields of one offer in the order they are asked. */
    static final class Fields {

        private final List<Field> fields = new ArrayList<>();

        Fields ask(String name, Kind kind) {
            return add(name, kind, false, null);
        }

        Fields ask(String name, Kind kind, @Nullable Object value) {
            return add(name, kind, false, value);
        }

        Fields require(String name, Kind kind) {
            return add(name, kind, true, null);
        }

        Fields add(String name, Kind kind, boolean required, @Nullable Object value) {
            fields.add(new Field(name, kind, required, value, null, null, List.of()));
            return this;
        }

        Fields date(String name, @Nullable Object value, String first, String last) {
            fields.add(new Field(name, Kind.DATE, false, value, first, last, List.of()));
            return this;
        }

        Fields requireDate(String name, @Nullable Object value, @Nullable String first, @Nullable String last) {
            fields.add(new Field(name, Kind.DATE, true, value, first, last, List.of()));
            return this;
        }

        Fields choose(String name, List<Option> options) {
            String only = options.size() == 1 ? options.getFirst().value() : null;
            fields.add(new Field(name, Kind.CHOICE, true, only, null, null, options));
            return this;
        }

        Offer of(HazardAction action) {
            return new Offer(action.slug(), List.copyOf(fields));
        }
    }
}
