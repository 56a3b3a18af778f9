package org.anshe.register.internal.type;

import static org.anshe.register.internal.type.FieldValuesTests.field;
import static org.anshe.register.internal.type.FieldValuesTests.read;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

/** Whatever stands in a cell. */
class FieldValuesPropertyTests {

    @Property(tries = 300)
    void readingNeverBreaksAndReadingAgainChangesNothing(@ForAll @StringLength(max = 24) String text) {
        for (FieldKind kind : FieldKind.values()) {
            if (kind == FieldKind.AREA || kind == FieldKind.UNIT) {
                continue;
            }
            FieldValues first = read(field(kind), text);
            Object value = first.values().get("value");
            assertThat(first.errors()).hasSizeLessThanOrEqualTo(value == null ? 1 : 0);
            if (value != null) {
                assertThat(read(field(kind), value).values().get("value")).isEqualTo(value);
            }
        }
    }
}
