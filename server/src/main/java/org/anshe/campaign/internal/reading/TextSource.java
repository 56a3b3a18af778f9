package org.anshe.campaign.internal.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anshe.campaign.internal.reading.PlanDocument.Format;
import org.anshe.campaign.internal.reading.PlanDocument.Paragraph;
import org.anshe.campaign.internal.reading.UnreadablePlan.Reason;

/** Plain text: UTF-8 or UTF-16 by mark or shape, else GB18030; one paragraph a line. */
final class TextSource {

    private static final Charset GB18030 = Charset.forName("GB18030");

    private TextSource() {}

    static PlanDocument read(byte[] bytes, String fileName) throws UnreadablePlan {
        String text = decode(bytes);
        if (text.isBlank()) {
            throw new UnreadablePlan(Reason.EMPTY, fileName);
        }
        List<Paragraph> paragraphs = new ArrayList<>();
        String[] lines = text.split("\r\n|\r|\n", -1);
        int last = lines.length;
        while (last > 0 && lines[last - 1].isEmpty()) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            paragraphs.add(new Paragraph(i + 1, lines[i], null, null));
        }
        return new PlanDocument(fileName, Format.TEXT, paragraphs);
    }

    private static String decode(byte[] bytes) throws UnreadablePlan {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return strict(bytes, 3, StandardCharsets.UTF_8).orElseThrow(() -> unreadable("UTF-8"));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE).orElseThrow(() -> unreadable("UTF-16LE"));
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE).orElseThrow(() -> unreadable("UTF-16BE"));
        }
        return strict(bytes, 0, StandardCharsets.UTF_8)
                .filter(TextSource::printable)
                .or(() -> unmarkedUtf16(bytes))
                .or(() -> strict(bytes, 0, GB18030).filter(TextSource::printable))
                .orElseThrow(() -> unreadable("UTF-8, UTF-16, GB18030"));
    }

    private static UnreadablePlan unreadable(String tried) {
        return new UnreadablePlan(Reason.BAD_ENCODING, tried);
    }

    /** UTF-16 without a mark shows in its line ends and ASCII, whose other byte is zero. */
    private static Optional<String> unmarkedUtf16(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int checked = Math.min(bytes.length, 4_096);
        for (int i = 0; i < checked; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (bytes.length % 2 != 0 || even == odd) {
            return Optional.empty();
        }
        Charset charset = odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        return strict(bytes, 0, charset).filter(TextSource::printable);
    }

    private static boolean printable(String text) {
        long control = text.chars()
                .filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0B || c == 0xFFFD)
                .count();
        return control * 1_000 <= text.length();
    }

    private static Optional<String> strict(byte[] bytes, int offset, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, bytes.length - offset))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
