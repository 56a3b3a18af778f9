package org.anshe.paper.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anshe.paper.internal.PaperKind.Block;
import org.anshe.paper.internal.PaperKind.Field;
import org.anshe.paper.internal.sheet.Sheet;
import org.anshe.shared.OfficeTime;
import org.jspecify.annotations.Nullable;

/** Makes the sheet of a paper: the blanks of its kind filled with what is known, signatures and seal in their places. */
final class ComposePaper {

    private static final String BLANK = "________";
    private static final String BLANK_DAY = "____年__月__日";
    private static final String UNDATED = "    年  月  日";
    private static final String DRAFT = "草稿";

    private final Paper paper;
    private final PaperKind kind;
    private final List<Signature> signatures;
    private final byte @Nullable [] stamp;

    ComposePaper(Paper paper, PaperKind kind, List<Signature> signatures, byte @Nullable [] stamp) {
        this.paper = paper;
        this.kind = kind;
        this.signatures = signatures;
        this.stamp = stamp;
    }

    /** As it stands, with a watermark and without number and date. */
    Sheet draft() {
        String number = kind.number()
                .replace("{organ}", paper.organ().abbreviation())
                .replace("{year}", "    ")
                .replace("{number}", "    ");
        return sheet(number, UNDATED, DRAFT, null);
    }

    /** As it is issued. */
    Sheet issued(String number, LocalDate on, String code) {
        return sheet(number, printed(on), null, code);
    }

    private Sheet sheet(String number, String date, @Nullable String watermark, @Nullable String code) {
        List<Sheet.Part> parts = new ArrayList<>();
        for (Block block : kind.blocks()) {
            boolean rows = !paper.content().rows().isEmpty();
            if (block.when() == null || (block.when() == Block.When.ROWS) == rows) {
                add(parts, block, date);
            }
        }
        return new Sheet(
                paper.organ().name(),
                number,
                kind.title(),
                parts,
                watermark,
                code,
                paper.organ().name());
    }

    private void add(List<Sheet.Part> parts, Block block, String date) {
        switch (block.type()) {
            case ADDRESSEE -> parts.add(new Sheet.Addressee(filled(block.text())));
            case PARAGRAPH -> {
                String text = filled(block.text());
                if (!text.isBlank()) {
                    parts.add(new Sheet.Paragraph(text));
                }
            }
            case LINE -> parts.add(line(block.text()));
            case TABLE -> {
                if (!paper.content().rows().isEmpty()) {
                    parts.add(table());
                }
            }
            case SIGNATURES ->
                parts.add(new Sheet.Signatures(
                        kind.places().stream().map(this::place).toList()));
            case CLOSING ->
                parts.add(
                        new Sheet.Closing(paper.organ().name(), date, stamp == null ? null : new Sheet.Picture(stamp)));
            case NOTE -> parts.add(new Sheet.Note(filled(block.text())));
        }
    }

    /** The label ends with the first colon; behind it stands what is known, or a line when nothing is. */
    private Sheet.Line line(String text) {
        int colon = text.indexOf('：') + 1;
        String rest = text.substring(colon);
        boolean known = Wording.names(rest).stream().anyMatch(name -> fact(name) != null);
        return new Sheet.Line(text.substring(0, colon), known ? filled(rest) : null);
    }

    private Sheet.Table table() {
        List<Sheet.Column> columns = new ArrayList<>(List.of(new Sheet.Column("序号", 3)));
        kind.columns()
                .forEach(column -> columns.add(new Sheet.Column(column.label().simplified(), column.share())));
        List<List<String>> rows = new ArrayList<>();
        for (Map<String, String> row : paper.content().rows()) {
            List<String> cells = new ArrayList<>(List.of(Integer.toString(rows.size() + 1)));
            kind.columns().forEach(column -> cells.add(dayOr(row.getOrDefault(column.name(), ""))));
            rows.add(cells);
        }
        return new Sheet.Table(columns, rows);
    }

    private Sheet.Place place(PaperKind.Place place) {
        return new Sheet.Place(
                place.label().simplified() + "：",
                signatures.stream()
                        .filter(signature -> signature.place().equals(place.code()))
                        .map(ComposePaper::signed)
                        .toList());
    }

    private static Sheet.Signed signed(Signature signature) {
        String on = printed(day(signature.recordedAt()));
        return switch (signature.way()) {
            case DRAWN ->
                new Sheet.Signed(
                        "（" + signature.name() + "）",
                        signature.image() == null ? null : new Sheet.Picture(signature.image()),
                        false,
                        on);
            case ON_PAPER -> new Sheet.Signed("（" + signature.name() + "）", null, true, UNDATED);
            case REFUSED -> new Sheet.Signed(signature.name() + "拒绝签名，见证人：" + signature.witness(), null, false, on);
        };
    }

    private String filled(String text) {
        return Wording.fill(text, this::fact, name -> input(name) == Field.Input.DAY ? BLANK_DAY : BLANK);
    }

    private @Nullable String fact(String name) {
        if (name.equals("organ")) {
            return paper.organ().name();
        }
        String value = paper.content().values().get(name);
        return value == null || input(name) != Field.Input.DAY ? value : dayOr(value);
    }

    private Field.Input input(String name) {
        return kind.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .map(Field::input)
                .orElse(Field.Input.TEXT);
    }

    /** A day as it is printed; any other text as it is. */
    private static String dayOr(String text) {
        if (text.length() != 10) {
            return text;
        }
        try {
            return printed(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return text;
        }
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, OfficeTime.ZONE);
    }

    /** 2026年7月3日: Arabic numerals without leading zeros. */
    static String printed(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
