package org.anshe.campaign.internal.reading;

/** Writes a count in the number formats of Word lists. */
final class NumberFormats {

    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String FORMAL = "零壹贰叁肆伍陆柒捌玖";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final String[] ROMAN = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};

    private NumberFormats() {}

    static String format(int number, String format) {
        return switch (format) {
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "koreanCounting" -> chinese(number);
            case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital" ->
                digits(number);
            case "chineseLegalSimplified", "ideographLegalTraditional" -> formal(number);
            case "ideographTraditional" -> single(number, STEMS);
            case "ideographZodiac" -> single(number, BRANCHES);
            case "upperLetter" -> letters(number, 'A');
            case "lowerLetter" -> letters(number, 'a');
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(java.util.Locale.ROOT);
            case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> enclosed(number, '①');
            case "decimalEnclosedParen" -> enclosed(number, '⑴');
            case "decimalEnclosedFullstop" -> enclosed(number, '⒈');
            default -> Integer.toString(number);
        };
    }

    /** 1 to 9999 as spoken: 一, 十, 十五, 二十, 一百零三. */
    static String chinese(int number) {
        if (number <= 0 || number > 9_999) {
            return Integer.toString(number);
        }
        String[] units = {"", "十", "百", "千"};
        StringBuilder text = new StringBuilder();
        String digits = Integer.toString(number);
        boolean zero = false;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                zero = true;
                continue;
            }
            text.append(zero ? "零" : "").append(DIGITS.charAt(digit)).append(units[digits.length() - 1 - i]);
            zero = false;
        }
        return number >= 10 && number < 20 ? text.substring(1) : text.toString();
    }

    private static String digits(int number) {
        StringBuilder text = new StringBuilder();
        Integer.toString(number).chars().forEach(c -> text.append(DIGITS.charAt(c - '0')));
        return text.toString();
    }

    private static String formal(int number) {
        StringBuilder text = new StringBuilder();
        chinese(number).chars().forEach(c -> {
            int digit = DIGITS.indexOf(c);
            text.append(digit > 0 ? FORMAL.charAt(digit) : c == '十' ? '拾' : c == '百' ? '佰' : (char) c);
        });
        return text.toString();
    }

    private static String single(int number, String signs) {
        return number >= 1 && number <= signs.length() ? signs.substring(number - 1, number) : Integer.toString(number);
    }

    private static String enclosed(int number, char first) {
        return number >= 1 && number <= 20 ? String.valueOf((char) (first + number - 1)) : Integer.toString(number);
    }

    private static String letters(int number, char first) {
        return number < 1
                ? ""
                : String.valueOf((char) (first + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }

    private static String roman(int number) {
        StringBuilder text = new StringBuilder();
        int rest = Math.min(number, 3_999);
        for (int i = 0; i < ROMAN.length; i++) {
            while (rest >= ROMAN_VALUES[i]) {
                text.append(ROMAN[i]);
                rest -= ROMAN_VALUES[i];
            }
        }
        return text.toString();
    }
}
