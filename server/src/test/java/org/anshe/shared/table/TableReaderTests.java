package org.anshe.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.anshe.shared.ProblemException;
import org.anshe.shared.table.TableWriter.Column;
import org.junit.jupiter.api.Test;

class TableReaderTests {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @Test
    void readsUtf8WithAndWithoutMark() {
        for (String mark : List.of("", "\uFEFF")) {
            List<TableRow> rows = rows((mark + "编码,名称\r\n320113007,仙林街道\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(rows).hasSize(1);
            assertThat(rows.getFirst().get("编码")).isEqualTo("320113007");
            assertThat(rows.getFirst().get("名称")).isEqualTo("仙林街道");
            assertThat(rows.getFirst().number()).isEqualTo(2);
        }
    }

    @Test
    void readsWhatChineseExcelSavesAsCsv() {
        List<TableRow> rows = rows("编码;名称\n01;桂园社区㐀".getBytes(GB18030));
        assertThat(rows.getFirst().get("名称")).isEqualTo("桂园社区㐀");
    }

    @Test
    void readsQuotedCellsWithSeparatorsQuotesAndLineBreaks() {
        List<TableRow> rows =
                rows("a,b,c\n\"x, y\",\"he said \"\"no\"\"\",\"two\nlines\"\n1,2,3".getBytes(StandardCharsets.UTF_8));
        assertThat(rows.getFirst().cells()).containsExactly("x, y", "he said \"no\"", "two\nlines");
        assertThat(rows.get(1).cells()).containsExactly("1", "2", "3");
        assertThat(rows.get(1).number()).isEqualTo(3);
    }

    @Test
    void leavesOutEmptyRowsButCountsThem() {
        List<TableRow> rows = rows("\na,b\n\n,\n1,\n".getBytes(StandardCharsets.UTF_8));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().number()).isEqualTo(5);
        assertThat(rows.getFirst().get("b")).isEmpty();
        assertThat(rows.getFirst().get("no such column")).isEmpty();
    }

    @Test
    void readsAHeadingWithStarsAndBlanks() {
        try (TableReader reader = open("*名称 ,上级\u3000编码,\"电话\n＊\"\nx,1,2".getBytes(StandardCharsets.UTF_8))) {
            assertThat(reader.columns()).containsExactly("名称", "上级 编码", "电话");
        }
    }

    @Test
    void namesAllColumnsAFileLacks() {
        try (TableReader reader = open("a,b\n1,2".getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> reader.require("a", "编码", "名称"))
                    .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                        assertThat(refusal.type()).isEqualTo(TableProblem.COLUMNS_MISSING);
                        assertThat(refusal.members()).containsEntry("columns", "编码、名称");
                    });
        }
    }

    @Test
    void refusesWhatIsNoTable() {
        assertProblem(new byte[0], TableProblem.EMPTY);
        assertProblem("a,b\n".getBytes(StandardCharsets.UTF_8), TableProblem.EMPTY);
        assertProblem("a,a\n1,2".getBytes(StandardCharsets.UTF_8), TableProblem.COLUMN_TWICE);
        assertProblem("a,b\n\"open,2".getBytes(StandardCharsets.UTF_8), TableProblem.UNREADABLE);
        assertProblem(new byte[] {'P', 'K', 3, 4, 1, 2, 3}, TableProblem.UNREADABLE);
        assertProblem(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, TableProblem.OLD_EXCEL);
        assertProblem(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, (byte) 0xFF, 0}, TableProblem.UNREADABLE);
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        assertProblem(noise, TableProblem.UNREADABLE);
    }

    @Test
    void readsBackWhatTheWriterWrote() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer =
                new TableWriter(out, "区域", List.of(new Column("名称", 20), new Column("值", 10), new Column("日", 10)))) {
            writer.row(Arrays.asList("=1+1", new BigDecimal("320113007001"), LocalDate.of(2026, 6, 1)));
            writer.row(Arrays.asList(null, 0.5, Instant.parse("2026-06-01T02:30:00Z")));
            writer.row(Arrays.asList("", null, null));
            for (int i = 0; i < 2500; i++) {
                writer.row(List.of("row " + i, i, true));
            }
        }
        List<TableRow> rows = rows(out.toByteArray());
        assertThat(rows).hasSize(2502);
        assertThat(rows.getFirst().cells()).containsExactly("=1+1", "320113007001", "2026-06-01");
        assertThat(rows.get(1).cells()).containsExactly("", "0.5", "2026-06-01T10:30:00");
        assertThat(rows.getLast().number()).isEqualTo(2504);
        assertThat(rows.getLast().get("值")).isEqualTo("2499");
    }

    private static List<TableRow> rows(byte[] file) {
        List<TableRow> rows = new ArrayList<>();
        try (TableReader reader = open(file)) {
            reader.forEach(rows::add);
        }
        return rows;
    }

    private static TableReader open(byte[] file) {
        return TableReader.open(new ByteArrayInputStream(file));
    }

    private static void assertProblem(byte[] file, TableProblem problem) {
        assertThatThrownBy(() -> rows(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }
}
