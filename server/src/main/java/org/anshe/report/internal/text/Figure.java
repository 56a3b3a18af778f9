package org.anshe.report.internal.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A number as a sentence uses it; its value is null when nobody knows it.
 *
 * @param key names it in the document, null for a number that opens nothing
 * @param share true for a share between 0 and 1, printed as a percentage
 */
public record Figure(@Nullable String key, @Nullable BigDecimal value, boolean share) {

    private static final int DIGITS = 10;

    public static Figure of(double value) {
        return new Figure(null, BigDecimal.valueOf(value), false);
    }

    public static Figure share(double value) {
        return new Figure(null, BigDecimal.valueOf(value), true);
    }

    public static Figure unknown() {
        return new Figure(null, null, false);
    }

    public boolean known() {
        return value != null;
    }

    boolean zero() {
        return value != null && value.signum() == 0;
    }

    /** The figure as printed: no separators, one decimal at most for percentages, no trailing zeros. */
    public TextRun run() {
        return new TextRun(text(), key);
    }

    String text() {
        if (value == null) {
            throw new IllegalStateException("An unknown figure is not printed");
        }
        return share ? percent(value) : plain(value);
    }

    /** By how many per cent this differs from an earlier figure, unsigned; null when it cannot be said. */
    @Nullable BigDecimal changeFrom(Figure before) {
        if (value == null || before.value == null || before.value.signum() == 0) {
            return null;
        }
        return value.subtract(before.value).divide(before.value, DIGITS, RoundingMode.HALF_UP);
    }

    /** The change against an earlier figure in words of a table: +12.5%, −3%, 持平, or 无可比数 against nothing. */
    public String change(Figure before) {
        BigDecimal by = changeFrom(before);
        if (by == null) {
            return zero() && before.zero() ? "持平" : "无可比数";
        }
        return by.signum() == 0 ? "持平" : sign(by) + percent(by.abs());
    }

    /** A difference of shares: +2.5个百分点. */
    public static String points(BigDecimal difference) {
        BigDecimal points = difference.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        return points.signum() == 0 ? "持平" : sign(points) + plain(points.abs()) + "个百分点";
    }

    private static String sign(BigDecimal number) {
        return number.signum() < 0 ? "-" : "+";
    }

    static String percent(BigDecimal share) {
        return plain(share.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + "%";
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
