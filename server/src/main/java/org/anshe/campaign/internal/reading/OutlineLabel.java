package org.anshe.campaign.internal.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number or mark in front of an item.
 *
 * @param style its way of numbering; styles have a customary order from outermost to innermost
 * @param value its place in the series, 0 for marks that do not count
 * @param end where the text of the item begins in the plain text
 */
record OutlineLabel(Style style, int value, int end) {

    private static final String CHINESE = "[一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3}";
    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
    private static final String FIRST_ENCLOSED = "㈠⒈⑴Ⅰ";
    private static final int SPACED_HEADING = 40;

    /** Ways of numbering, outermost first. */
    enum Style {
        CHAPTER,
        SECTION,
        CHINESE,
        CHINESE_BRACKETED,
        PHASE,
        ORDINAL,
        ARABIC,
        ARABIC_SECOND,
        ARABIC_THIRD,
        ARABIC_BRACKETED,
        ARABIC_HALF_BRACKETED,
        CIRCLED,
        LETTER,
        MARK
    }

    private record Form(Style style, Pattern pattern) {
        Form(Style style, String expression) {
            this(style, Pattern.compile(expression));
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form(Style.CHAPTER, "第(" + CHINESE + "|\\d{1,2})(?:章|部分|篇|编)[、.:,]?"),
            new Form(Style.SECTION, "第(" + CHINESE + "|\\d{1,2})(?:节|条)[、.:,]?"),
            new Form(Style.CHAPTER, "([Ⅰ-Ⅻ])[、.:,]?"),
            new Form(Style.CHINESE_BRACKETED, "([㈠-㈩])[、.]?"),
            new Form(Style.ARABIC, "([⒈-⒛])"),
            new Form(Style.ARABIC_BRACKETED, "([⑴-⒇])[、.]?"),
            new Form(Style.PHASE, "第(" + CHINESE + "|\\d{1,2})(?:阶段|步骤|步)(?!工作|的|主要任务|[^。;:(]{1,20}[,、]第[二2]步)"),
            new Form(Style.ORDINAL, "第(" + CHINESE + ")(?=[,、:])"),
            new Form(Style.CHINESE_BRACKETED, "\\(?(" + CHINESE + ")\\)[、.]?"),
            new Form(Style.CHINESE, "(" + CHINESE + ")[、.:,]"),
            new Form(Style.ARABIC_THIRD, "\\d{1,2}\\.\\d{1,2}\\.(\\d{1,2})(?:[.、]|(?![\\d.%]))"),
            new Form(Style.ARABIC_SECOND, "\\d{1,2}\\.(\\d{1,2})(?:[.、]|(?![\\d.%百千万亿倍个家米公元吨人户头名处条项次万年月岁至到—~-]))"),
            new Form(Style.ARABIC, "(\\d{1,2})(?:[.、,:](?!\\d)|[.、](?=20\\d\\d年|\\d{1,2}[月日]))"),
            new Form(Style.ARABIC_BRACKETED, "\\((\\d{1,2})\\)[、.]?"),
            new Form(Style.ARABIC_HALF_BRACKETED, "(\\d{1,2})\\)"),
            new Form(Style.CIRCLED, "([" + CIRCLED + "])[、.]?"),
            new Form(Style.LETTER, "([A-Za-z])[.、)](?![A-Za-z0-9])"),
            new Form(Style.MARK, "()(?:——|—|[●◆■▲★◇□•·※○➢✓]|-(?!\\d))"));

    /** The label at the start of a paragraph. */
    static Optional<OutlineLabel> at(PlanText text) {
        String plain = text.plain();
        if (text.continued() || isContentsLine(plain)) {
            return Optional.empty();
        }
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(plain);
            if (matcher.lookingAt()
                    && matcher.end() < plain.length() + (form.style() == Style.MARK ? 0 : 1)
                    && !(form.style() == Style.ORDINAL && runsOn(plain, matcher.end()))) {
                int end = matcher.end();
                return Optional.of(new OutlineLabel(form.style(), value(form.style(), matcher.group(1)), end));
            }
        }
        return tableNumber(plain).or(() -> spaced(text));
    }

    /** 第一,…;第二,… within one paragraph are items of that paragraph. */
    private static boolean runsOn(String plain, int from) {
        return NEXT_ORDINAL.matcher(plain).region(from, plain.length()).find();
    }

    private static final Pattern NEXT_ORDINAL = Pattern.compile("[。;,]第" + CHINESE + "(?=[,、:])");

    /** A row of a table that begins with its number in a cell of its own. */
    private static Optional<OutlineLabel> tableNumber(String plain) {
        Matcher matcher = CELL.matcher(plain);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        Style style = PlanText.isDigit(plain.charAt(0)) ? Style.ARABIC : Style.CHINESE;
        return Optional.of(new OutlineLabel(style, Numerals.small(matcher.group(1)), matcher.end()));
    }

    private static final Pattern CELL = Pattern.compile("(" + CHINESE + "|\\d{1,2})\\t(?=[\\p{IsHan}“])");

    /** 一　总则 or 1 总则: a number set off by a blank only. */
    private static Optional<OutlineLabel> spaced(PlanText text) {
        if (text.length() > SPACED_HEADING || text.length() < 3) {
            return Optional.empty();
        }
        Matcher matcher = SPACED.matcher(text.plain());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        int end = matcher.end();
        boolean blank =
                text.passage(end, end + 1).start() - text.passage(end - 1, end).end() > 0;
        Style style = PlanText.isDigit(text.plain().charAt(0)) ? Style.ARABIC : Style.CHINESE;
        return blank ? Optional.of(new OutlineLabel(style, Numerals.small(matcher.group()), end)) : Optional.empty();
    }

    private static final Pattern SPACED =
            Pattern.compile("(?:" + CHINESE + "|\\d{1,2})(?=[\\p{IsHan}“])(?![年月日号个家次人起名天周级部季半类项处])");

    private static final Pattern CONTENTS_LINE = Pattern.compile("(?:\\.{4,}|…{2,}|·{4,})\\d{1,4}$");

    private static boolean isContentsLine(String plain) {
        return CONTENTS_LINE
                .matcher(plain.substring(Math.max(0, plain.length() - 60)))
                .find();
    }

    private static int value(Style style, String number) {
        return switch (style) {
            case MARK -> 0;
            case CIRCLED -> CIRCLED.indexOf(number) + 1;
            case LETTER -> Character.toLowerCase(number.charAt(0)) - 'a' + 1;
            default -> enclosed(number.charAt(0)).orElseGet(() -> Numerals.small(number));
        };
    }

    /** The value of a numeral that is one character with its marks: ㈠, ⒈, ⑴, Ⅰ. */
    private static Optional<Integer> enclosed(char number) {
        return FIRST_ENCLOSED
                .chars()
                .filter(first -> number >= first && number < first + 20)
                .mapToObj(first -> number - first + 1)
                .findFirst();
    }
}
