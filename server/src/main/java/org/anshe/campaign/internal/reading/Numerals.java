package org.anshe.campaign.internal.reading;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as plans print them: 12, 1,200, 3.5万, 三十, 二〇二一, 两百. */
final class Numerals {

    /** A regular expression for one number; bounded, so that matching stays linear. */
    static final String NUMBER =
            "(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(?:\\.\\d{1,6})?[百千万亿]?|[〇零一二三四五六七八九十百千万亿两]{1,12}";

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";

    private Numerals() {}

    static Optional<BigDecimal> parse(String printed) {
        String text = printed.replace(",", "");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (PlanText.isDigit(text.charAt(0))) {
            char last = text.charAt(text.length() - 1);
            long unit = unit(last);
            String digits = unit > 1 ? text.substring(0, text.length() - 1) : text;
            return Optional.of(plain(new BigDecimal(digits).multiply(BigDecimal.valueOf(unit))));
        }
        return chinese(text.replace("廿", "二十").replace("卅", "三十")).map(BigDecimal::valueOf);
    }

    /** A whole number, or -1 when it is none or too large for a date or label. */
    static int small(String printed) {
        return parse(printed)
                .filter(number -> number.scale() <= 0 && number.abs().compareTo(BigDecimal.valueOf(99_999)) < 0)
                .map(BigDecimal::intValue)
                .orElse(-1);
    }

    private static Optional<Long> chinese(String text) {
        boolean positional = text.chars().allMatch(c -> digit((char) c) >= 0);
        if (positional && text.length() > 1) {
            return text.length() > 9 ? Optional.empty() : Optional.of(positional(text));
        }
        long total = 0;
        long section = 0;
        long digit = -1;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            long unit = unit(character);
            if (digit(character) >= 0) {
                digit = digit(character);
            } else if (unit >= 10_000 && total + section + digit < 1) {
                return Optional.empty();
            } else if (unit >= 10_000) {
                total = (total + section + Math.max(digit, 0)) * unit;
                section = 0;
                digit = -1;
            } else if (unit > 1) {
                section += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            } else {
                return Optional.empty();
            }
            if (total > 1_000_000_000_000L) {
                return Optional.empty();
            }
        }
        return Optional.of(total + section + Math.max(digit, 0));
    }

    private static long positional(String text) {
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            value = value * 10 + digit(text.charAt(i));
        }
        return value;
    }

    private static int digit(char character) {
        return switch (character) {
            case '两' -> 2;
            default -> Math.max(DIGITS.indexOf(character), FORMAL_DIGITS.indexOf(character));
        };
    }

    private static long unit(char character) {
        return switch (character) {
            case '十', '拾' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> 1;
        };
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
