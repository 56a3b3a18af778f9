package org.anshe.shared.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values as RFC 4180 has them; a quoted cell may hold line breaks. */
final class CsvSource implements TableReader.Source {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int END = -1;
    private static final int LONGEST_CELL = 100_000;

    private final BufferedReader in;
    private final char separator;
    private int number;

    CsvSource(Path file) throws IOException {
        in = new BufferedReader(decode(file, charsetOf(file)), 1 << 16);
        in.mark(1);
        if (in.read() != '\uFEFF') {
            in.reset();
        }
        separator = guessSeparator();
    }

    /** UTF-8 when the whole file is valid UTF-8; otherwise what Chinese Excel writes. Neither: not a text file. */
    private static Charset charsetOf(Path file) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            if (decodes(file, charset)) {
                return charset;
            }
        }
        throw new IOException("Neither UTF-8 nor GB18030");
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        char[] buffer = new char[1 << 16];
        try (Reader reader = decode(file, charset)) {
            for (int read = reader.read(buffer); read != END; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Reader decode(Path file, Charset charset) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return new InputStreamReader(bytes, charset.newDecoder());
    }

    private char guessSeparator() throws IOException {
        in.mark(1 << 15);
        String heading = in.readLine();
        in.reset();
        if (heading == null || heading.indexOf(',') >= 0) {
            return ',';
        }
        return heading.indexOf('\t') >= 0 ? '\t' : heading.indexOf(';') >= 0 ? ';' : ',';
    }

    @Override
    public TableReader.@Nullable RawRow next() throws IOException {
        int character = in.read();
        if (character == END) {
            return null;
        }
        number++;
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (true) {
            if (quoted) {
                if (character == END) {
                    throw new IOException("A quotation mark stays open in row " + number);
                }
                if (character == '"') {
                    character = in.read();
                    if (character != '"') {
                        quoted = false;
                        continue;
                    }
                }
                append(cell, character);
            } else if (character == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (character == separator) {
                cells.add(strip(cell));
                cell.setLength(0);
            } else if (character == '\n' || character == '\r' || character == END) {
                skipLineFeedAfter(character);
                cells.add(strip(cell));
                return new TableReader.RawRow(number, cells);
            } else {
                append(cell, character);
            }
            character = in.read();
        }
    }

    private void append(StringBuilder cell, int character) throws IOException {
        if (cell.length() == LONGEST_CELL) {
            throw new IOException("A cell of row " + number + " has more than " + LONGEST_CELL + " characters");
        }
        cell.append((char) character);
    }

    private void skipLineFeedAfter(int character) throws IOException {
        if (character == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
        }
    }

    private static String strip(StringBuilder cell) {
        return cell.toString().strip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
