package org.anshe.register.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anshe.register.internal.TableColumn.Common;
import org.anshe.register.internal.TableColumn.Member;
import org.anshe.register.internal.TableColumn.OfField;
import org.anshe.register.internal.type.FieldDefinition;
import org.anshe.register.internal.type.FieldKind;
import org.anshe.register.internal.type.RegisterType;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Service;

/** Makes the workbook people fill in: headings, drop-down lists, one example, and a sheet that explains each column. */
@Service
public class WriteTemplate {

    private static final int LAST_ROW = 200_000;
    private static final int CHARACTER = 256;
    private static final byte[] HEADING = {(byte) 0xE8, (byte) 0xEE, (byte) 0xF5};
    private static final byte[] REQUIRED = {(byte) 0xFB, (byte) 0xE2, (byte) 0xE2};

    private final TypeRepository types;
    private final TableWords words;

    WriteTemplate(TypeRepository types, TableWords words) {
        this.types = types;
        this.words = words;
    }

    public void write(String code, Locale language, OutputStream out) {
        RegisterType type = types.get(code);
        List<TableColumn> columns = TableColumn.of(type.definition(), words);
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet =
                    book.createSheet(sheetName(type.definition().names().in(language)));
            Sheets sheets = new Sheets(book, sheet, language);
            sheets.table(columns);
            sheets.guide(columns);
            sheets.lists(columns);
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sheetName(String name) {
        String clean = name.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
        return clean.isEmpty() ? "Sheet1" : clean.substring(0, Math.min(clean.length(), 31));
    }

    /** The sheets of one workbook while they are being made. */
    private final class Sheets {

        private final XSSFWorkbook book;
        private final XSSFSheet sheet;
        private final Locale language;
        private final CellStyle optional;
        private final CellStyle required;
        private final CellStyle text;
        private final CellStyle example;

        Sheets(XSSFWorkbook book, XSSFSheet sheet, Locale language) {
            this.book = book;
            this.sheet = sheet;
            this.language = language;
            this.optional = heading(HEADING);
            this.required = heading(REQUIRED);
            this.text = book.createCellStyle();
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            this.example = book.createCellStyle();
            example.cloneStyleFrom(text);
            XSSFFont grey = book.createFont();
            grey.setItalic(true);
            grey.setColor(IndexedColors.GREY_50_PERCENT.getIndex());
            example.setFont(grey);
        }

        private XSSFCellStyle heading(byte[] colour) {
            XSSFCellStyle style = book.createCellStyle();
            XSSFFont bold = book.createFont();
            bold.setBold(true);
            style.setFont(bold);
            style.setFillForegroundColor(new XSSFColor(colour));
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            style.setWrapText(true);
            return style;
        }

        void table(List<TableColumn> columns) {
            Row headings = sheet.createRow(0);
            Row sample = sheet.createRow(1);
            for (int i = 0; i < columns.size(); i++) {
                TableColumn column = columns.get(i);
                var cell = headings.createCell(i);
                cell.setCellValue(column.required() ? column.title(language) + "*" : column.title(language));
                cell.setCellStyle(column.required() ? required : optional);
                sheet.setColumnWidth(i, Math.clamp(column.title(language).length() * 2L + 6, 12, 40) * CHARACTER);
                if (isWrittenAsText(column)) {
                    sheet.setDefaultColumnStyle(i, text);
                }
                sample.createCell(i).setCellValue(sample(column));
                sample.getCell(i).setCellStyle(example);
            }
            sheet.createFreezePane(1, 1);
        }

        /** Numbers with many digits and dates must not be changed by the spreadsheet. */
        private boolean isWrittenAsText(TableColumn column) {
            return switch (column) {
                case Common common -> common.member() == Member.PHONE || common.member() == Member.AREA;
                case OfField(FieldDefinition field) ->
                    field.kind() != FieldKind.NUMBER && field.kind() != FieldKind.INTEGER;
            };
        }

        private String sample(TableColumn column) {
            return switch (column) {
                case Common common ->
                    switch (common.member()) {
                        case NAME ->
                            words.template("example").in(language)
                                    + words.column("name").in(language);
                        case ADDRESS -> "青石路 18 号";
                        case CLASS -> "3";
                        case CONTACT -> "陈一禾";
                        case PHONE -> "13900000000";
                        case AREA, LONGITUDE, LATITUDE, UNIT -> "";
                    };
                case OfField(FieldDefinition field) -> sample(field);
            };
        }

        private String sample(FieldDefinition field) {
            if (field.example() != null) {
                return field.example();
            }
            return switch (field.kind()) {
                case CHOICE -> field.choices().getFirst().names().in(language);
                case BOOLEAN -> words.template("no").in(language);
                case DATE -> "2026-05-31";
                case PHONE -> "13900000000";
                case TEXT, NUMBER, INTEGER, CREDIT_CODE, AREA, UNIT -> "";
            };
        }

        void guide(List<TableColumn> columns) {
            XSSFSheet guide = book.createSheet(words.template("guide").in(language));
            guide.createRow(0)
                    .createCell(0)
                    .setCellValue(words.template("exampleNote").in(language));
            Row headings = guide.createRow(2);
            List<String> titles = List.of("column", "required", "kind", "limits", "help");
            for (int i = 0; i < titles.size(); i++) {
                headings.createCell(i)
                        .setCellValue(words.template(titles.get(i)).in(language));
                headings.getCell(i).setCellStyle(optional);
                guide.setColumnWidth(i, (i < 3 ? 24 : 60) * CHARACTER);
            }
            int at = 3;
            for (TableColumn column : columns) {
                Row row = guide.createRow(at++);
                row.createCell(0).setCellValue(column.title(language));
                row.createCell(1)
                        .setCellValue(words.template(column.required() ? "yes" : "optional")
                                .in(language));
                row.createCell(2).setCellValue(kind(column));
                row.createCell(3).setCellValue(limits(column));
                row.createCell(4).setCellValue(help(column));
            }
        }

        private String kind(TableColumn column) {
            String code = switch (column) {
                case Common common ->
                    switch (common.member()) {
                        case NAME, ADDRESS, CONTACT -> "text";
                        case AREA -> "area";
                        case LONGITUDE, LATITUDE -> "number";
                        case CLASS -> "integer";
                        case UNIT -> "unit";
                        case PHONE -> "phone";
                    };
                case OfField(FieldDefinition field) ->
                    field.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            };
            return words.kind(code).in(language);
        }

        private String limits(TableColumn column) {
            return switch (column) {
                case Common common -> common.member() == Member.CLASS ? "1 / 2 / 3" : "";
                case OfField(FieldDefinition field) -> {
                    if (field.kind() == FieldKind.CHOICE) {
                        yield field.choices().stream()
                                .map(choice -> choice.names().in(language))
                                .collect(Collectors.joining(" / "));
                    }
                    String from = field.min() == null ? "" : "≥ " + field.min().toPlainString() + " ";
                    String to = field.max() == null ? "" : "≤ " + field.max().toPlainString();
                    yield from + to;
                }
            };
        }

        private String help(TableColumn column) {
            return switch (column) {
                case Common common ->
                    switch (common.member()) {
                        case AREA -> words.template("areaHelp").in(language);
                        case CLASS -> words.template("classHelp").in(language);
                        case NAME, ADDRESS, LONGITUDE, LATITUDE, UNIT, CONTACT, PHONE -> "";
                    };
                case OfField(FieldDefinition field) ->
                    field.help() == null ? "" : field.help().in(language);
            };
        }

        /** Long lists do not fit into a validation itself: they stand on a sheet of their own. */
        void lists(List<TableColumn> columns) {
            XSSFSheet lists = book.createSheet(words.template("choices").in(language));
            XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
            int at = 0;
            for (int i = 0; i < columns.size(); i++) {
                List<String> choices = choices(columns.get(i));
                if (choices.isEmpty()) {
                    continue;
                }
                for (int n = 0; n < choices.size(); n++) {
                    Row row = lists.getRow(n) == null ? lists.createRow(n) : lists.getRow(n);
                    row.createCell(at).setCellValue(choices.get(n));
                }
                String column = CellReference.convertNumToColString(at++);
                String range = "'" + lists.getSheetName() + "'!$" + column + "$1:$" + column + "$" + choices.size();
                var validation = helper.createValidation(
                        helper.createFormulaListConstraint(range), new CellRangeAddressList(1, LAST_ROW, i, i));
                validation.setShowErrorBox(true);
                sheet.addValidationData(validation);
            }
            book.setSheetHidden(book.getSheetIndex(lists), true);
        }

        private List<String> choices(TableColumn column) {
            return switch (column) {
                case Common common -> common.member() == Member.CLASS ? List.of("1", "2", "3") : List.of();
                case OfField(FieldDefinition field) ->
                    switch (field.kind()) {
                        case CHOICE ->
                            field.choices().stream()
                                    .map(choice -> choice.names().in(language))
                                    .toList();
                        case BOOLEAN ->
                            List.of(
                                    words.template("yes").in(language),
                                    words.template("no").in(language));
                        case TEXT, NUMBER, INTEGER, DATE, PHONE, CREDIT_CODE, AREA, UNIT -> List.of();
                    };
            };
        }
    }
}
