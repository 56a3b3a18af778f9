package org.anshe.campaign.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.anshe.campaign.internal.reading.UnreadablePlan.Reason;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanDocumentsTests {

    private static final String PLAN = "2021年方案\r\n一、总则\r\n\r\n二、措施\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void readsTextInEveryUsualEncoding(String charset) throws UnreadablePlan {
        PlanDocument plan = DocxFixtures.open(PLAN.getBytes(Charset.forName(charset)), "plan.txt");

        assertThat(plan.paragraphs())
                .extracting(PlanDocument.Paragraph::text)
                .containsExactly("2021年方案", "一、总则", "", "二、措施");
    }

    @Test
    void takesOffByteOrderMarks() throws UnreadablePlan {
        assertThat(firstLine(("\uFEFF" + PLAN).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("2021年方案");
        assertThat(firstLine(("\uFEFF" + PLAN).getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo("2021年方案");
        assertThat(firstLine(("\uFEFF" + PLAN).getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo("2021年方案");
    }

    private static String firstLine(byte[] bytes) throws UnreadablePlan {
        return DocxFixtures.open(bytes, "plan.txt").paragraphs().getFirst().text();
    }

    @Test
    void refusesAFileOverTheLimitBeforeReadingIt(@TempDir Path directory) throws IOException {
        Path large = directory.resolve("large.docx");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(PlanDocuments.MAX_BYTES + 1);
        }

        assertThatExceptionOfType(UnreadablePlan.class)
                .isThrownBy(() -> PlanDocuments.open(large))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
                    assertThat(refused.fact()).contains(Long.toString(PlanDocuments.MAX_BYTES + 1));
                });
    }

    @Test
    void refusesAFileThatIsNotThere(@TempDir Path directory) {
        assertThatExceptionOfType(UnreadablePlan.class)
                .isThrownBy(() -> PlanDocuments.open(directory.resolve("none.txt")))
                .matches(refused -> refused.reason() == Reason.NOT_FOUND);
    }

    @Test
    void refusesMacros() {
        byte[] macros = zip("word/document.xml", new byte[10], "word/vbaProject.bin", new byte[10]);

        assertThat(refusal(macros, "plan.docx")).isEqualTo(Reason.MACROS);
        assertThat(refusal(DocxFixtures.docx(word -> word.createParagraph()), "plan.docm"))
                .isEqualTo(Reason.MACROS);
    }

    @Test
    void refusesZipBombs() {
        assertThat(refusal(zip("word/document.xml", new byte[40 * 1024 * 1024]), "plan.docx"))
                .isEqualTo(Reason.ZIP_BOMB);
    }

    @Test
    void refusesOtherArchives() {
        assertThat(refusal(zip("xl/workbook.xml", new byte[10]), "plan.docx")).isEqualTo(Reason.NOT_A_DOCUMENT);
    }

    @Test
    void refusesTruncatedDocuments() {
        byte[] whole =
                DocxFixtures.docx(word -> word.createParagraph().createRun().setText("方案"));

        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2), "plan.docx"))
                .isIn(Reason.DAMAGED, Reason.NOT_A_DOCUMENT);
        assertThat(refusal("%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII), "plan.pdf"))
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void refusesEncryptedDocuments() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(DocxFixtures.docx(
                        word -> word.createParagraph().createRun().setText("方案")));
            }
            files.writeFilesystem(out);
        }

        assertThat(refusal(out.toByteArray(), "plan.docx")).isEqualTo(Reason.ENCRYPTED);
    }

    @Test
    void refusesDocumentsOfOldWord() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.createDocument(new ByteArrayInputStream(new byte[4_096]), "WordDocument");
            files.writeFilesystem(out);
        }

        assertThat(refusal(out.toByteArray(), "plan.doc")).isEqualTo(Reason.LEGACY_DOC);
    }

    @Test
    void refusesWhatIsNoDocumentWhateverItsName() {
        byte[] noise = new byte[5_000];
        new Random(7).nextBytes(noise);

        assertThat(refusal(noise, "plan.txt")).isEqualTo(Reason.BAD_ENCODING);
        assertThat(refusal(noise, "plan.docx")).isEqualTo(Reason.NOT_A_DOCUMENT);
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}, "plan.txt"))
                .isEqualTo(Reason.NOT_A_DOCUMENT);
        assertThat(refusal("文字".getBytes(StandardCharsets.UTF_8), "plan.pdf")).isEqualTo(Reason.NOT_A_DOCUMENT);
    }

    @Test
    void refusesEmptyFiles() {
        assertThat(refusal(new byte[0], "plan.txt")).isEqualTo(Reason.EMPTY);
        assertThat(refusal(" \n \n".getBytes(StandardCharsets.UTF_8), "plan.txt"))
                .isEqualTo(Reason.EMPTY);
        assertThat(refusal(DocxFixtures.docx(word -> word.createParagraph()), "plan.docx"))
                .isEqualTo(Reason.NO_TEXT);
    }

    @Test
    void doesNotCloseTheCallersStream() throws Exception {
        boolean[] closed = new boolean[1];
        InputStream in = new ByteArrayInputStream(PLAN.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed[0] = true;
            }
        };

        PlanDocuments.open(in, "plan.txt");

        assertThat(closed[0]).isFalse();
    }

    private static Reason refusal(byte[] bytes, String name) {
        try {
            PlanDocument read = DocxFixtures.open(bytes, name);
            throw new AssertionError("read as " + read.format());
        } catch (UnreadablePlan refused) {
            assertThat(refused.fact()).isNotNull();
            return refused.reason();
        }
    }

    private static byte[] zip(Object... namesAndParts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndParts.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndParts[i]));
                zip.write((byte[]) namesAndParts[i + 1]);
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return out.toByteArray();
    }
}
