package org.anshe.safety;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.mock.web.MockHttpServletResponse;

/** What an answer says, also when it is a workbook, a Word document or an archive. */
final class Answers {

    private Answers() {}

    static String text(MockHttpServletResponse answer) throws IOException {
        byte[] body = answer.getContentAsByteArray();
        boolean zipped = body.length > 3 && body[0] == 'P' && body[1] == 'K';
        return zipped ? unzipped(body) : new String(body, StandardCharsets.UTF_8);
    }

    private static String unzipped(byte[] body) throws IOException {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readAllBytes();
                boolean nested = part.length > 3 && part[0] == 'P' && part[1] == 'K';
                text.append(entry.getName())
                        .append('\n')
                        .append(nested ? unzipped(part) : new String(part, StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
