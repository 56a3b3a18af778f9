package org.anshe.shared.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.anshe.shared.ProblemException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an .xlsx workbook, read as a stream. */
final class ExcelSource implements TableReader.Source {

    private static final long LARGEST_UNPACKED = 1L << 30;
    private static final long LARGEST_TEXTS = 200L << 20;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    ExcelSource(Path file) throws IOException {
        refuseBombs(file);
        workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        try {
            stream = workbook.getFirstSheet().openStream();
            rows = stream.iterator();
        } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    /** Texts of all cells are kept in memory while reading, so their size is limited more narrowly. */
    private static void refuseBombs(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long all = zip.stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
            long texts = zip.stream()
                    .filter(entry -> entry.getName().endsWith("sharedStrings.xml"))
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
            if (all > LARGEST_UNPACKED || texts > LARGEST_TEXTS) {
                throw new ProblemException(TableProblem.TOO_LARGE);
            }
        }
    }

    @Override
    public TableReader.@Nullable RawRow next() {
        if (!rows.hasNext()) {
            return null;
        }
        Row row = rows.next();
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(text(row.getOptionalCell(i).orElse(null)));
        }
        return new TableReader.RawRow(row.getRowNum(), cells);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? date(cell.asDate()) : plain(cell.asNumber());
        }
        return cell.getText().strip();
    }

    private static String plain(BigDecimal number) {
        BigDecimal small = number.stripTrailingZeros();
        return (small.scale() < 0 ? small.setScale(0) : small).toPlainString();
    }

    private static String date(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment.withNano(0));
    }

    /** A number is a date when its format names years or days outside quoted text and conditions. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58)) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.", "").toLowerCase(Locale.ROOT);
        return !bare.contains("general") && (bare.contains("yy") || bare.contains("d"));
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
