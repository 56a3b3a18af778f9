package org.anshe.campaign.internal.reading;

import java.util.HexFormat;

/** What a file is by its first bytes; its name proves nothing. */
enum FileKind {
    ZIP,
    OLE,
    PDF,
    TEXT,
    OTHER;

    private static final int HEAD = 1_024;

    static FileKind of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (head.startsWith("PK\003\004") || head.startsWith("PK\005\006")) {
            return ZIP;
        }
        if (head.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return OLE;
        }
        if (head.contains("%PDF-")) {
            return PDF;
        }
        boolean other = head.startsWith("{\\rtf")
                || head.startsWith("\u0089PNG")
                || head.startsWith("\u00FF\u00D8\u00FF")
                || head.startsWith("GIF8")
                || head.startsWith("MZ")
                || head.startsWith("\u007FELF")
                || head.startsWith("Rar!")
                || head.startsWith("7z")
                || head.startsWith("\u001F\u008B");
        return other ? OTHER : TEXT;
    }

    /** The first bytes in hexadecimal, as a fact to show. */
    static String signature(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, 8));
    }
}
