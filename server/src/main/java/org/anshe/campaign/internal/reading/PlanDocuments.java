package org.anshe.campaign.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.anshe.campaign.internal.reading.UnreadablePlan.Reason;

/** Opens a file as a plan document. */
public final class PlanDocuments {

    /** Larger files are refused before they are read. */
    public static final long MAX_BYTES = 100L * 1024 * 1024;

    private PlanDocuments() {}

    public static PlanDocument open(Path file) throws UnreadablePlan {
        try {
            if (!Files.isRegularFile(file)) {
                throw new UnreadablePlan(Reason.NOT_FOUND, file.toString());
            }
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new UnreadablePlan(Reason.TOO_LARGE, size + " bytes");
            }
            Path name = file.getFileName();
            return open(Files.readAllBytes(file), name == null ? "" : name.toString());
        } catch (IOException failure) {
            throw new UnreadablePlan(Reason.DAMAGED, String.valueOf(failure.getMessage()), failure);
        }
    }

    /** Reads the stream to its end, at most one byte beyond the limit, and does not close it. */
    public static PlanDocument open(InputStream in, String fileName) throws UnreadablePlan {
        try {
            byte[] bytes = in.readNBytes((int) MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UnreadablePlan(Reason.TOO_LARGE, "more than " + MAX_BYTES + " bytes");
            }
            return open(bytes, fileName);
        } catch (IOException failure) {
            throw new UnreadablePlan(Reason.DAMAGED, String.valueOf(failure.getMessage()), failure);
        }
    }

    private static PlanDocument open(byte[] bytes, String fileName) throws UnreadablePlan {
        if (bytes.length == 0) {
            throw new UnreadablePlan(Reason.EMPTY, fileName);
        }
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".docm") || name.endsWith(".dotm")) {
            throw new UnreadablePlan(Reason.MACROS, fileName);
        }
        return switch (FileKind.of(bytes)) {
            case ZIP -> DocxSource.read(bytes, fileName);
            case OLE -> throw OleFile.refusal(bytes);
            case PDF -> PdfSource.read(bytes, fileName);
            case OTHER -> throw new UnreadablePlan(Reason.NOT_A_DOCUMENT, FileKind.signature(bytes));
            case TEXT -> {
                if (name.endsWith(".docx") || name.endsWith(".pdf") || name.endsWith(".doc")) {
                    throw new UnreadablePlan(Reason.NOT_A_DOCUMENT, FileKind.signature(bytes));
                }
                yield TextSource.read(bytes, fileName);
            }
        };
    }
}
