package org.anshe.register.internal.type;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.organisation.CreditCode;
import org.jspecify.annotations.Nullable;

/**
 * Brings the value of a field into the one form it is stored in, or says why it cannot. What people write in a table is
 * read as well as what a form sends: {@code 是}, {@code 2026年5月31日}, the name of a choice.
 */
final class FieldReader {

    /** Thrown for a value that does not fit; the code names the reason. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Unfit(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private static final Set<String> YES = Set.of("true", "是", "有", "yes", "y", "1", "√");
    private static final Set<String> NO = Set.of("false", "否", "无", "無", "no", "n", "0", "×");
    private static final Pattern PHONE =
            Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?|\\d{7,8}|[48]00-?\\d{3}-?\\d{4}|\\d{5}");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[T ]00:00(?::00(?:\\.0+)?)?)?");
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);
    private static final int MOST_DIGITS = 18;
    private static final int MOST_DECIMALS = 6;

    private final References references;

    FieldReader(References references) {
        this.references = references;
    }

    /** The stored form; null for nothing. */
    @Nullable Object read(FieldDefinition field, @Nullable Object raw) throws Unfit {
        String text = raw == null ? "" : String.valueOf(raw).strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!PlainText.isStorable(text)) {
            throw new Unfit("format");
        }
        if (field.personal() && text.indexOf('*') >= 0) {
            throw new Unfit("masked");
        }
        return switch (field.kind()) {
            case TEXT -> text(field, text);
            case NUMBER -> number(field, text);
            case INTEGER -> integer(field, text);
            case DATE -> date(text);
            case BOOLEAN -> truth(text);
            case CHOICE -> choice(field, text);
            case PHONE -> phone(text);
            case CREDIT_CODE -> creditCode(text);
            case AREA ->
                references.area(text).orElseThrow(() -> new Unfit("area")).toString();
            case UNIT ->
                references.unit(text).orElseThrow(() -> new Unfit("unit")).toString();
        };
    }

    private static String text(FieldDefinition field, String text) throws Unfit {
        if (text.length() > field.longest()) {
            throw new Unfit("length");
        }
        if (field.pattern() != null && !SafePattern.matches(field.pattern(), text)) {
            throw new Unfit("format");
        }
        return text;
    }

    private static BigDecimal number(FieldDefinition field, String text) throws Unfit {
        BigDecimal number;
        try {
            number = new BigDecimal(text.indexOf(',') < 0 ? text : text.replace(",", ""));
        } catch (NumberFormatException e) {
            throw new Unfit("number");
        }
        // Looked at before anything that would write out an exponent such as 1E999999999.
        if (number.precision() - (long) number.scale() > MOST_DIGITS || number.scale() > MOST_DECIMALS + MOST_DIGITS) {
            throw new Unfit("range");
        }
        number = number.stripTrailingZeros();
        if (number.scale() > MOST_DECIMALS) {
            throw new Unfit("decimals");
        }
        return inRange(field, number.scale() < 0 ? number.setScale(0) : number);
    }

    private static BigDecimal integer(FieldDefinition field, String text) throws Unfit {
        BigDecimal number = number(field, text);
        if (number.scale() > 0) {
            throw new Unfit("integer");
        }
        return number;
    }

    private static BigDecimal inRange(FieldDefinition field, BigDecimal number) throws Unfit {
        boolean isBelow = field.min() != null && number.compareTo(field.min()) < 0;
        boolean isAbove = field.max() != null && number.compareTo(field.max()) > 0;
        if (isBelow || isAbove) {
            throw new Unfit("range");
        }
        return number;
    }

    private static String date(String text) throws Unfit {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            throw new Unfit("date");
        }
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            if (date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)) {
                throw new Unfit("range");
            }
            return date.toString();
        } catch (DateTimeException e) {
            throw new Unfit("date");
        }
    }

    private static Boolean truth(String text) throws Unfit {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return true;
        }
        if (NO.contains(word)) {
            return false;
        }
        throw new Unfit("boolean");
    }

    private static String choice(FieldDefinition field, String text) throws Unfit {
        for (FieldDefinition.Choice choice : field.choices()) {
            if (choice.code().equals(text)
                    || choice.names().simplified().equals(text)
                    || choice.names().traditional().equals(text)
                    || choice.names().english().equalsIgnoreCase(text)) {
                return choice.code();
            }
        }
        throw new Unfit("choice");
    }

    static String phone(String text) throws Unfit {
        String number = text.replace(" ", "");
        if (!PHONE.matcher(number).matches()) {
            throw new Unfit("phone");
        }
        return number;
    }

    private static String creditCode(String text) throws Unfit {
        return CreditCode.find(text).orElseThrow(() -> new Unfit("credit-code")).value();
    }
}
