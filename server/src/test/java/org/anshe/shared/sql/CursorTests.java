package org.anshe.shared.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CursorTests {

    record Part(String name, String text, BiFunction<Cursor, Integer, Object> read) {
        @Override
        public String toString() {
            return name + " of " + text;
        }
    }

    static Stream<Part> malformed() {
        return Stream.of(
                new Part("number", "9223372036854775808", Cursor::number),
                new Part("integer", "2147483648", Cursor::integer),
                new Part("integer", "x", Cursor::integer),
                new Part("day", "2026-02-29", Cursor::day),
                new Part("day", "", Cursor::day),
                new Part("instant", "2026-06-01", Cursor::instant),
                new Part("uuid", "x", Cursor::uuid),
                new Part("decoded", "%zz", Cursor::decoded));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesAPartThatIsNotWhatTheListIsSortedBy(Part part) {
        Cursor cursor = Cursor.parse(Cursor.of(part.text()), 1);

        assertThatThrownBy(() -> part.read().apply(cursor, 0))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(SharedProblem.BAD_CURSOR));
    }

    @Test
    void readsWhatItWrote() {
        LocalDate day = LocalDate.of(2028, 2, 29);
        Cursor cursor = Cursor.parse(Cursor.of(day, 2_147_483_647, Cursor.encoded("甲|乙 %")), 3);

        assertThat(cursor.day(0)).isEqualTo(day);
        assertThat(cursor.integer(1)).isEqualTo(2_147_483_647);
        assertThat(cursor.decoded(2)).isEqualTo("甲|乙 %");
    }
}
