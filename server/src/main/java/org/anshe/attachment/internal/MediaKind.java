package org.anshe.attachment.internal;

import java.util.List;
import java.util.Locale;

/** What is taken, with the names it may have and how large it may be. */
enum MediaKind {
    JPEG("image/jpeg", 30, List.of("jpg", "jpeg")),
    PNG("image/png", 30, List.of("png")),
    PDF("application/pdf", 100, List.of("pdf")),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", 100, List.of("docx")),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 50, List.of("xlsx")),
    TEXT("text/plain", 5, List.of("txt", "csv", "md"));

    /** No kind is taken above this, so reading stops here before the kind is known. */
    static final long LARGEST = 100L << 20;

    private final String mediaType;
    private final long largest;
    private final List<String> extensions;

    MediaKind(String mediaType, int megabytes, List<String> extensions) {
        this.mediaType = mediaType;
        this.largest = (long) megabytes << 20;
        this.extensions = extensions;
    }

    String mediaType() {
        return mediaType;
    }

    long largest() {
        return largest;
    }

    boolean picture() {
        return this == JPEG || this == PNG;
    }

    /** The name without folders and control characters, ending as the content says, so that nothing poses as another. */
    String fileName(String given) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"<>:|?*]", "")
                .strip();
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        String stem = name.isEmpty() ? "file" : name;
        if (extensions.contains(extension)) {
            return shortened(stem.substring(0, dot)) + "." + extension;
        }
        return shortened(stem) + "." + extensions.getFirst();
    }

    private static String shortened(String stem) {
        String plain = stem.isBlank() ? "file" : stem;
        int end = Math.min(plain.length(), 120);
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end);
    }
}
