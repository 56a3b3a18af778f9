package org.anshe.register.internal.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.register.internal.type.FieldDefinition.Choice;
import org.anshe.shared.AreaKey;
import org.anshe.shared.LocalText;
import org.anshe.shared.ProblemException.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldValuesTests {

    private static final AreaKey AREA = AreaKey.parse("910101101001");
    private static final UUID UNIT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final References REFERENCES = new References() {
        @Override
        public Optional<AreaKey> area(String text) {
            return text.equals("桂园社区") ? Optional.of(AREA) : Optional.empty();
        }

        @Override
        public Optional<UUID> unit(String text) {
            return text.equals("城管中队") ? Optional.of(UNIT) : Optional.empty();
        }
    };

    static FieldDefinition field(FieldKind kind) {
        return field(kind, false, null, null, null, false);
    }

    private static FieldDefinition field(
            FieldKind kind,
            boolean required,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable String pattern,
            boolean personal) {
        List<Choice> choices = kind == FieldKind.CHOICE
                ? List.of(
                        new Choice("none", LocalText.of("不用气", "不用氣", "None")),
                        new Choice("lpg", LocalText.of("瓶装气", null, "LPG")))
                : List.of();
        return new FieldDefinition(
                "value",
                LocalText.of("值", null, null),
                kind,
                null,
                required,
                min == null ? null : BigDecimal.valueOf(min),
                max == null ? null : BigDecimal.valueOf(max),
                kind == FieldKind.TEXT ? 10 : null,
                pattern,
                choices,
                false,
                false,
                personal,
                false,
                null,
                null);
    }

    static FieldValues read(FieldDefinition field, @Nullable Object raw) {
        TypeDefinition type =
                new TypeDefinition(LocalText.of("试", null, null), "Files", List.of(field), List.of(), List.of());
        Map<String, Object> sent = new HashMap<>();
        if (raw != null) {
            sent.put("value", raw);
        }
        return FieldValues.read(type, sent, REFERENCES);
    }

    private static String error(FieldDefinition field, @Nullable Object raw) {
        List<FieldError> errors = read(field, raw).errors();
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().pointer()).isEqualTo("/fields/value");
        return errors.getFirst().code();
    }

    private static @Nullable Object value(FieldDefinition field, @Nullable Object raw) {
        FieldValues read = read(field, raw);
        assertThat(read.errors()).isEmpty();
        return read.values().get("value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-02-29", "2024/2/29", "2024.2.29", "2024年2月29日", "2024-02-29T00:00:00", "2024-02-29 00:00"})
    void readsTheLeapDayHoweverItIsWritten(String text) {
        assertThat(value(field(FieldKind.DATE), text)).isEqualTo("2024-02-29");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2023-02-29", "2100-02-29", "2024-02-30", "2024-13-01", "2024-00-10", "45351", "今天", "2024-2"})
    void refusesDaysThatDoNotExist(String text) {
        assertThat(error(field(FieldKind.DATE), text)).isEqualTo("date");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "100, true", "-1, false", "101, false", "-0.000001, false", "100.000001, false"})
    void limitsIncludeThemselves(String text, boolean fits) {
        FieldDefinition field = field(FieldKind.NUMBER, false, 0, 100, null, false);
        assertThat(read(field, text).errors().isEmpty()).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1e400", "9999999999999999999", "1E-999999999"})
    void refusesNumbersThatWouldFillTheMemory(String text) {
        assertThat(error(field(FieldKind.NUMBER), text)).isEqualTo("range");
    }

    @Test
    void integersHaveNoFraction() {
        assertThat(value(field(FieldKind.INTEGER), "1,200")).isEqualTo(new BigDecimal("1200"));
        assertThat(value(field(FieldKind.INTEGER), 3.0)).isEqualTo(new BigDecimal("3"));
        assertThat(error(field(FieldKind.INTEGER), "1.5")).isEqualTo("integer");
        assertThat(error(field(FieldKind.INTEGER), "约三百")).isEqualTo("number");
    }

    @Test
    void asksForWhatIsRequired() {
        FieldDefinition field = field(FieldKind.TEXT, true, null, null, null, false);
        assertThat(error(field, null)).isEqualTo("required");
        assertThat(error(field, "  ")).isEqualTo("required");
    }

    @Test
    void readsChoicesByCodeAndByNameInAnyLanguage() {
        FieldDefinition field = field(FieldKind.CHOICE);
        for (String text : List.of("lpg", "瓶装气", "LPG", "lPg")) {
            assertThat(value(field, text)).isEqualTo("lpg");
        }
        assertThat(value(field, "不用氣")).isEqualTo("none");
        assertThat(error(field, "天然气")).isEqualTo("choice");
    }

    @Test
    void readsTruthAsPeopleWriteIt() {
        FieldDefinition field = field(FieldKind.BOOLEAN);
        assertThat(value(field, "是")).isEqualTo(true);
        assertThat(value(field, true)).isEqualTo(true);
        assertThat(value(field, "无")).isEqualTo(false);
        assertThat(error(field, "也许")).isEqualTo("boolean");
    }

    @Test
    void checksPhonesAndCreditCodes() {
        assertThat(value(field(FieldKind.PHONE), "139 0000 0001")).isEqualTo("13900000001");
        assertThat(value(field(FieldKind.PHONE), "0555-1234567")).isEqualTo("0555-1234567");
        assertThat(error(field(FieldKind.PHONE), "1390000000")).isEqualTo("phone");
        assertThat(value(field(FieldKind.CREDIT_CODE), "91990000ma00ab1d4l")).isEqualTo("91990000MA00AB1D4L");
        assertThat(error(field(FieldKind.CREDIT_CODE), "91990000MA00AB1D4X")).isEqualTo("credit-code");
    }

    @Test
    void looksUpAreasAndUnits() {
        assertThat(value(field(FieldKind.AREA), "桂园社区")).isEqualTo(AREA.toString());
        assertThat(error(field(FieldKind.AREA), "没有的社区")).isEqualTo("area");
        assertThat(value(field(FieldKind.UNIT), "城管中队")).isEqualTo(UNIT.toString());
        assertThat(error(field(FieldKind.UNIT), "不知道")).isEqualTo("unit");
    }

    @Test
    void refusesMaskedValuesOfPersons() {
        assertThat(error(field(FieldKind.TEXT, false, null, null, null, true), "张**"))
                .isEqualTo("masked");
        assertThat(error(field(FieldKind.PHONE, false, null, null, null, true), "138****5678"))
                .isEqualTo("masked");
    }

    @Test
    void limitsTextAndMatchesPatternsWhole() {
        assertThat(error(field(FieldKind.TEXT), "十一个字十一个字十一个")).isEqualTo("length");
        FieldDefinition coded = field(FieldKind.TEXT, false, null, null, "[A-Z]{2}\\d{3}", false);
        assertThat(value(coded, "AB123")).isEqualTo("AB123");
        assertThat(error(coded, "xAB123")).isEqualTo("format");
    }

    @Test
    void givesUpOnAPatternThatNeverEnds() {
        FieldDefinition slow = field(FieldKind.TEXT, false, null, null, "(([a-z])+)+!", false);
        long begun = System.nanoTime();
        assertThat(error(slow, "aaaaaaaaaa")).isEqualTo("format");
        assertThat(SafePattern.matches("(([a-z])+)+!", "a".repeat(400))).isFalse();
        assertThat(System.nanoTime() - begun).isLessThan(2_000_000_000L);
    }

    @Test
    void refusesFieldsTheTypeDoesNotKnow() {
        TypeDefinition type =
                new TypeDefinition(LocalText.of("试", null, null), "Files", List.of(), List.of(), List.of());
        assertThat(FieldValues.read(type, Map.of("other", 1), REFERENCES).errors())
                .containsExactly(new FieldError("/fields/other", "unknown-field"));
    }
}
