package org.anshe.register.internal.type;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on one field. One about a field without a value does not hold, except {@code missing}: unknown is not
 * zero.
 *
 * @param value what to compare with: a number, text, truth value or list of texts; days or years for dates
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Condition(String field, Operator op, @Nullable Object value) {

    /** How to compare. */
    public enum Operator {
        @JsonProperty("eq")
        EQUAL,
        @JsonProperty("ne")
        NOT_EQUAL,
        @JsonProperty("in")
        IN,
        @JsonProperty("lt")
        BELOW,
        @JsonProperty("le")
        AT_MOST,
        @JsonProperty("gt")
        ABOVE,
        @JsonProperty("ge")
        AT_LEAST,
        @JsonProperty("missing")
        MISSING,
        @JsonProperty("present")
        PRESENT,
        /** A day before today. */
        @JsonProperty("past")
        PAST,
        /** Today or one of the given number of days after it. */
        @JsonProperty("within-days")
        WITHIN_DAYS,
        /** More than the given number of years ago. */
        @JsonProperty("older-than-years")
        OLDER_THAN_YEARS
    }

    public boolean holds(Map<String, ?> fields, LocalDate today) {
        Object actual = fields.get(field);
        if (actual == null || actual.equals("")) {
            return op == Operator.MISSING;
        }
        return switch (op) {
            case MISSING -> false;
            case PRESENT -> true;
            case EQUAL -> same(actual, value);
            case NOT_EQUAL -> !same(actual, value);
            case IN -> value instanceof Collection<?> all && all.stream().anyMatch(one -> same(actual, one));
            case BELOW -> compared(actual) < 0;
            case AT_MOST -> compared(actual) <= 0;
            case ABOVE -> compared(actual) > 0;
            case AT_LEAST -> compared(actual) >= 0;
            case PAST -> date(actual).isBefore(today);
            case WITHIN_DAYS -> !date(actual).isBefore(today) && !date(actual).isAfter(today.plusDays(count()));
            case OLDER_THAN_YEARS -> date(actual).plusYears(count()).isBefore(today);
        };
    }

    private static boolean same(Object actual, @Nullable Object wanted) {
        if (actual instanceof Number && wanted instanceof Number) {
            return number(actual).compareTo(number(wanted)) == 0;
        }
        return actual.equals(wanted);
    }

    private int compared(Object actual) {
        return number(actual).compareTo(number(value));
    }

    private long count() {
        return number(value).longValueExact();
    }

    private static BigDecimal number(@Nullable Object value) {
        return value instanceof BigDecimal exact ? exact : new BigDecimal(String.valueOf(value));
    }

    private static LocalDate date(Object value) {
        return LocalDate.parse(String.valueOf(value));
    }
}
