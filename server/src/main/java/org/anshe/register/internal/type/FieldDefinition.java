package org.anshe.register.internal.type;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.anshe.shared.LocalText;
import org.jspecify.annotations.Nullable;

/**
 * One field of a type.
 *
 * @param unit of measure, for example {@code ㎡}
 * @param min smallest number allowed, itself included
 * @param max largest number allowed, itself included
 * @param maxLength longest text in characters; 500 when not given
 * @param pattern regular expression the whole text must match
 * @param listed shown as a column of the list
 * @param searched found by the search of the list; never together with {@code personal}
 * @param personal about a person: masked in lists and exports
 * @param withdrawn not asked for any more; values once entered stay and are shown
 * @param example what the template shows
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FieldDefinition(
        String code,
        LocalText names,
        FieldKind kind,
        @Nullable String unit,
        boolean required,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer maxLength,
        @Nullable String pattern,
        List<Choice> choices,
        boolean listed,
        boolean searched,
        boolean personal,
        boolean withdrawn,
        @Nullable LocalText help,
        @Nullable String example) {

    static final int LONGEST = 500;

    /** One value a choice field may hold. */
    public record Choice(String code, LocalText names) {}

    public FieldDefinition {
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    public int longest() {
        return maxLength == null ? LONGEST : maxLength;
    }
}
