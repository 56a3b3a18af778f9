package org.anshe.attachment.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.anshe.attachment.AttachmentProblem;
import org.anshe.shared.ProblemException;

/** Tells from the content alone what a file is. A name proves nothing. */
final class Sniffer {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> HEIF_BRANDS =
            Set.of("heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis");
    private static final Pattern MARKUP = Pattern.compile(
            "<\\s*(!doctype|html|head|body|script|svg|iframe|object|embed|\\?xml)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_ENTRIES = 10_000;
    private static final int PDF_TAIL = 2048;

    private Sniffer() {}

    static MediaKind kindOf(Path file) throws IOException {
        byte[] head = head(file, 4096);
        if (startsWith(head, 0xff, 0xd8, 0xff)) {
            return MediaKind.JPEG;
        }
        if (Arrays.mismatch(head, PNG) == PNG.length || Arrays.equals(head, PNG)) {
            return MediaKind.PNG;
        }
        if (otherPicture(head)) {
            throw new ProblemException(AttachmentProblem.PICTURE_FORMAT);
        }
        if (startsWith(head, '%', 'P', 'D', 'F', '-')) {
            return pdf(file);
        }
        if (startsWith(head, 'P', 'K', 3, 4)) {
            return office(file);
        }
        if (startsWith(head, 'M', 'Z') || startsWith(head, 0x7f, 'E', 'L', 'F') || startsWith(head, '#', '!')) {
            throw new ProblemException(AttachmentProblem.ACTIVE_CONTENT);
        }
        return text(file);
    }

    private static boolean otherPicture(byte[] head) {
        String brand = head.length < 12 ? "" : new String(head, 8, 4, StandardCharsets.ISO_8859_1);
        boolean webp = startsWith(head, 'R', 'I', 'F', 'F') && brand.equals("WEBP");
        boolean heif = head.length >= 12
                && new String(head, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")
                && HEIF_BRANDS.contains(brand.toLowerCase(Locale.ROOT));
        boolean old = startsWith(head, 'G', 'I', 'F', '8') || startsWith(head, 'I', 'I', '*', 0);
        return webp || heif || old;
    }

    /** A PDF ends where it says it ends: what is appended behind would be another file in disguise. */
    private static MediaKind pdf(Path file) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, content.length() - PDF_TAIL);
            byte[] tail = new byte[(int) (content.length() - start)];
            content.seek(start);
            content.readFully(tail);
            if (!new String(tail, StandardCharsets.ISO_8859_1).contains("%%EOF")) {
                throw new ProblemException(AttachmentProblem.UNREADABLE);
            }
        }
        return MediaKind.PDF;
    }

    /** Reads the directory of the archive, never its entries: nothing is unpacked, so nothing can swell. */
    private static MediaKind office(Path file) throws IOException {
        boolean types = false;
        boolean word = false;
        boolean sheet = false;
        boolean active = false;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new ProblemException(AttachmentProblem.UNREADABLE);
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName().toLowerCase(Locale.ROOT);
                types |= name.equals("[content_types].xml");
                word |= name.equals("word/document.xml");
                sheet |= name.equals("xl/workbook.xml");
                active |= name.endsWith("vbaproject.bin") || name.contains("/activex/") || name.endsWith(".class");
            }
        } catch (java.util.zip.ZipException e) {
            ProblemException refusal = new ProblemException(AttachmentProblem.UNREADABLE);
            refusal.initCause(e);
            throw refusal;
        }
        if (active) {
            throw new ProblemException(AttachmentProblem.ACTIVE_CONTENT);
        }
        if (types && word != sheet) {
            return word ? MediaKind.DOCX : MediaKind.XLSX;
        }
        throw new ProblemException(AttachmentProblem.UNKNOWN_KIND);
    }

    /** Plain text is UTF-8 without control characters and without markup that a browser might run. */
    private static MediaKind text(Path file) throws IOException {
        if (Files.size(file) > MediaKind.TEXT.largest()) {
            throw new ProblemException(AttachmentProblem.UNKNOWN_KIND);
        }
        String text;
        try {
            CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
            text = decoder.decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (CharacterCodingException e) {
            ProblemException refusal = new ProblemException(AttachmentProblem.UNKNOWN_KIND);
            refusal.initCause(e);
            throw refusal;
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f')) {
            throw new ProblemException(AttachmentProblem.UNKNOWN_KIND);
        }
        if (MARKUP.matcher(text).find()) {
            throw new ProblemException(AttachmentProblem.ACTIVE_CONTENT);
        }
        return MediaKind.TEXT;
    }

    private static boolean startsWith(byte[] head, int... wanted) {
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((head[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] head(Path file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }
}
