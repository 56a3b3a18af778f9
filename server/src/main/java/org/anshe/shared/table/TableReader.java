package org.anshe.shared.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file (UTF-8 or GB18030; comma, semicolon or tab) or the first sheet of an Excel workbook, one row at a
 * time, so that the size of the file does not matter. The first row that is not empty is the heading; empty rows are
 * left out. Which kind of file it is shows from its content, not from its name.
 */
public final class TableReader implements AutoCloseable {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    /** Where rows come from: their number and cells. */
    interface Source extends AutoCloseable {
        /** The next row, empty rows included; null at the end. */
        @Nullable RawRow next() throws IOException;

        @Override
        void close() throws IOException;
    }

    record RawRow(int number, List<String> cells) {}

    private final Source source;
    private final Map<String, Integer> columns;
    private final @Nullable Path spool;

    private TableReader(Source source, Map<String, Integer> columns, @Nullable Path spool) {
        this.source = source;
        this.columns = columns;
        this.spool = spool;
    }

    /** Opens an upload; what it holds is laid down in a temporary file until {@link #close()}. */
    public static TableReader open(InputStream upload) {
        try {
            Path spool = Files.createTempFile("anshe-table", ".tmp");
            try (upload) {
                Files.copy(upload, spool, StandardCopyOption.REPLACE_EXISTING);
                return open(spool, spool);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(spool);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static TableReader open(Path file) {
        return open(file, null);
    }

    private static TableReader open(Path file, @Nullable Path spool) {
        Source source = source(file);
        try {
            return new TableReader(source, heading(source), spool);
        } catch (IOException | RuntimeException e) {
            closeQuietly(source);
            throw refusal(e);
        }
    }

    private static Source source(Path file) {
        try {
            byte[] start = new byte[4];
            try (InputStream in = Files.newInputStream(file)) {
                start = in.readNBytes(4);
            }
            if (Arrays.equals(start, OLE)) {
                throw new ProblemException(TableProblem.OLD_EXCEL);
            }
            return Arrays.equals(start, ZIP) ? new ExcelSource(file) : new CsvSource(file);
        } catch (IOException | RuntimeException e) {
            throw refusal(e);
        }
    }

    private static Map<String, Integer> heading(Source source) throws IOException {
        for (RawRow row = source.next(); row != null; row = source.next()) {
            if (row.cells().stream().allMatch(String::isEmpty)) {
                continue;
            }
            Map<String, Integer> columns = new LinkedHashMap<>();
            for (int i = 0; i < row.cells().size(); i++) {
                String title = title(row.cells().get(i));
                if (!title.isEmpty() && columns.put(title, i) != null) {
                    throw new ProblemException(TableProblem.COLUMN_TWICE, "column", title);
                }
            }
            return columns;
        }
        throw new ProblemException(TableProblem.EMPTY);
    }

    /** A heading without line breaks, blanks and the star that marks a column which must be filled. */
    private static String title(String cell) {
        return cell.replaceAll("[\\s\\u3000]+", " ")
                .replaceAll("^[*＊] ?| ?[*＊]$", "")
                .strip();
    }

    /** The headings in the order of the file. */
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** Refuses a file whose heading lacks one of these columns, naming all that it lacks. */
    public TableReader require(String... needed) {
        List<String> missing =
                Arrays.stream(needed).filter(column -> !has(column)).toList();
        if (!missing.isEmpty()) {
            throw new ProblemException(TableProblem.COLUMNS_MISSING, "columns", String.join("、", missing));
        }
        return this;
    }

    /** Passes every row that is not empty; a file without any is refused. Works once. */
    public void forEach(Consumer<TableRow> consumer) {
        Iterator<TableRow> rows = iterator();
        if (!rows.hasNext()) {
            throw new ProblemException(TableProblem.EMPTY);
        }
        rows.forEachRemaining(consumer);
    }

    /** The rows that are not empty. There is one pass: a second iterator goes on where the first stopped. */
    public Iterator<TableRow> iterator() {
        return new Iterator<>() {
            private @Nullable TableRow ahead;

            @Override
            public boolean hasNext() {
                if (ahead == null) {
                    ahead = read();
                }
                return ahead != null;
            }

            @Override
            public TableRow next() {
                TableRow row = ahead == null ? read() : ahead;
                ahead = null;
                if (row == null) {
                    throw new NoSuchElementException();
                }
                return row;
            }
        };
    }

    private @Nullable TableRow read() {
        try {
            for (RawRow raw = source.next(); raw != null; raw = source.next()) {
                TableRow row = new TableRow(raw.number(), raw.cells(), columns);
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (IOException | RuntimeException e) {
            throw refusal(e);
        }
    }

    private static ProblemException refusal(Exception cause) {
        if (cause instanceof ProblemException known) {
            return known;
        }
        ProblemException refusal = new ProblemException(TableProblem.UNREADABLE);
        refusal.initCause(cause);
        return refusal;
    }

    private static void closeQuietly(AutoCloseable source) {
        try {
            source.close();
        } catch (Exception e) {
            throw new IllegalStateException("A file just read cannot be closed", e);
        }
    }

    @Override
    public void close() {
        closeQuietly(source);
        if (spool != null) {
            try {
                Files.deleteIfExists(spool);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
