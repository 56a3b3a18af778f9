package org.anshe.safety;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.HtmlUtils;

/** What an answer says, also when it is a workbook, a Word document or an archive. */
final class Answers {

    private Answers() {}

    static String text(MockHttpServletResponse answer) throws IOException {
        byte[] body = answer.getContentAsByteArray();
        boolean zipped = body.length > 3 && body[0] == 'P' && body[1] == 'K';
        return zipped ? unzipped(body) : new String(body, StandardCharsets.UTF_8);
    }

    /** Read through the directory of the archive: a stream cannot tell the entries of every writer apart. */
    private static String unzipped(byte[] body) throws IOException {
        Path file = Files.createTempFile("answer", ".zip");
        try {
            Files.write(file, body);
            StringBuilder text = new StringBuilder();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    byte[] part = zip.getInputStream(entry).readAllBytes();
                    boolean nested = part.length > 3 && part[0] == 'P' && part[1] == 'K';
                    text.append(entry.getName())
                            .append('\n')
                            .append(nested ? unzipped(part) : unescaped(part))
                            .append('\n');
                }
            }
            return text.toString();
        } finally {
            Files.delete(file);
        }
    }

    /** Workbooks write Chinese as character references. */
    private static String unescaped(byte[] xml) {
        return HtmlUtils.htmlUnescape(new String(xml, StandardCharsets.UTF_8));
    }
}
