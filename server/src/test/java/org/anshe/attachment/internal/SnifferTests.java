package org.anshe.attachment.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.anshe.attachment.internal.HostileFiles.ascii;
import static org.anshe.attachment.internal.HostileFiles.join;
import static org.anshe.attachment.internal.HostileFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.anshe.attachment.AttachmentProblem;
import org.anshe.shared.ProblemException;
import org.anshe.testing.TestPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SnifferTests {

    @TempDir
    Path folder = Path.of("");

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(MediaKind.JPEG, TestPictures.jpeg()),
                Arguments.of(MediaKind.PNG, TestPictures.png(8, 8)),
                Arguments.of(MediaKind.PDF, ascii("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n")),
                Arguments.of(MediaKind.DOCX, zip("[Content_Types].xml", "word/document.xml")),
                Arguments.of(MediaKind.XLSX, zip("[Content_Types].xml", "xl/workbook.xml")),
                Arguments.of(MediaKind.TEXT, "整改通知\r\n三日内完成 a < b".getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void knowsWhatIsTaken(MediaKind kind, byte[] content) throws IOException {
        assertThat(Sniffer.kindOf(file(content))).isEqualTo(kind);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(AttachmentProblem.ACTIVE_CONTENT, ascii("MZ\u0090\0\3\0\0\0 This program")),
                Arguments.of(AttachmentProblem.ACTIVE_CONTENT, ascii("\u007fELF\2\1\1\0")),
                Arguments.of(AttachmentProblem.ACTIVE_CONTENT, ascii("#!/bin/sh\nrm -rf /")),
                Arguments.of(AttachmentProblem.ACTIVE_CONTENT, ascii("<svg xmlns='http://www.w3.org/2000/svg'/>")),
                Arguments.of(AttachmentProblem.ACTIVE_CONTENT, ascii("\n\n <!DOCTYPE html><p>")),
                Arguments.of(AttachmentProblem.ACTIVE_CONTENT, ascii("notes\n".repeat(2000) + "< Script>alert(1)")),
                Arguments.of(
                        AttachmentProblem.ACTIVE_CONTENT,
                        zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
                Arguments.of(
                        AttachmentProblem.ACTIVE_CONTENT,
                        zip("[Content_Types].xml", "word/document.xml", "Evil.class")),
                Arguments.of(AttachmentProblem.UNKNOWN_KIND, zip("photos/1.jpg")),
                Arguments.of(
                        AttachmentProblem.UNKNOWN_KIND,
                        zip("[Content_Types].xml", "word/document.xml", "xl/workbook.xml")),
                Arguments.of(AttachmentProblem.UNKNOWN_KIND, ascii("\0\1\2\3binary")),
                Arguments.of(AttachmentProblem.UNREADABLE, ascii("PK\3\4 but no archive")),
                Arguments.of(AttachmentProblem.UNREADABLE, ascii("%PDF-1.7 cut off")),
                Arguments.of(
                        AttachmentProblem.UNREADABLE,
                        join(ascii("%PDF-1.7\n%%EOF\n"), zip("a".repeat(3000), "Evil.class"))),
                Arguments.of(AttachmentProblem.PICTURE_FORMAT, ascii("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")),
                Arguments.of(AttachmentProblem.PICTURE_FORMAT, ascii("RIFF\0\0\0\0WEBPVP8 ")),
                Arguments.of(AttachmentProblem.PICTURE_FORMAT, ascii("GIF89a\1\0\1\0")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesTheRestByItsContent(AttachmentProblem problem, byte[] content) throws IOException {
        Path file = file(content);
        assertThatThrownBy(() -> Sniffer.kindOf(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(problem));
    }

    @Test
    void namesAFileByWhatItIs() {
        assertThat(MediaKind.JPEG.fileName("C:\\照片\\楼道.JPEG")).isEqualTo("楼道.jpeg");
        assertThat(MediaKind.JPEG.fileName("楼道.exe")).isEqualTo("楼道.exe.jpg");
        assertThat(MediaKind.TEXT.fileName("../../etc/passwd")).isEqualTo("passwd.txt");
        assertThat(MediaKind.PDF.fileName("\u202Efdp.exe\r\nSet-Cookie: a")).isEqualTo("fdp.exeSet-Cookie a.pdf");
        assertThat(MediaKind.PNG.fileName(".png")).isEqualTo("file.png");
        assertThat(MediaKind.PNG.fileName("")).isEqualTo("file.png");
        assertThat(MediaKind.PNG.fileName("长".repeat(500) + ".png")).hasSizeLessThanOrEqualTo(200);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("upload"), content);
    }
}
