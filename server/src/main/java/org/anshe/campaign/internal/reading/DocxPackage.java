package org.anshe.campaign.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.anshe.campaign.internal.reading.UnreadablePlan.Reason;

/** Looks through a zip before it is opened: bombs, macros and things that are no Word document are refused. */
final class DocxPackage {

    static final long MAX_UNPACKED = 400L * 1024 * 1024;
    static final int MAX_ENTRIES = 10_000;
    static final int MAX_RATIO = 150;
    private static final long RATIO_MATTERS_FROM = 8L * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private DocxPackage() {}

    static void check(byte[] bytes) throws UnreadablePlan {
        boolean document = false;
        long total = 0;
        int entries = 0;
        byte[] buffer = new byte[BUFFER];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (++entries > MAX_ENTRIES) {
                    throw new UnreadablePlan(Reason.ZIP_BOMB, "more than " + MAX_ENTRIES + " parts");
                }
                if (name.endsWith("vbaProject.bin")) {
                    throw new UnreadablePlan(Reason.MACROS, name);
                }
                document |= name.equals("word/document.xml");
                boolean types = name.equals("[Content_Types].xml");
                StringBuilder content = new StringBuilder();
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    total += read;
                    checkSize(total, bytes.length);
                    if (types && content.length() < BUFFER * 16) {
                        content.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                    }
                }
                if (content.indexOf("macroEnabled") >= 0) {
                    throw new UnreadablePlan(Reason.MACROS, name);
                }
            }
        } catch (IOException | IllegalArgumentException damaged) {
            throw new UnreadablePlan(Reason.DAMAGED, String.valueOf(damaged.getMessage()), damaged);
        }
        if (!document) {
            throw new UnreadablePlan(
                    entries == 0 ? Reason.DAMAGED : Reason.NOT_A_DOCUMENT,
                    "no word/document.xml in " + entries + " parts");
        }
    }

    private static void checkSize(long total, int packed) throws UnreadablePlan {
        if (total > MAX_UNPACKED || total > RATIO_MATTERS_FROM && total / MAX_RATIO > packed) {
            throw new UnreadablePlan(Reason.ZIP_BOMB, packed + " bytes unpack to more than " + total);
        }
    }
}
