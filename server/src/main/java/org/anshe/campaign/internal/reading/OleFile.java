package org.anshe.campaign.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.anshe.campaign.internal.reading.UnreadablePlan.Reason;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The old container format: tells an encrypted .docx from a .doc of before 2007. Neither is read. */
final class OleFile {

    private OleFile() {}

    static UnreadablePlan refusal(byte[] bytes) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntry("EncryptedPackage")) {
                return new UnreadablePlan(Reason.ENCRYPTED, "EncryptedPackage");
            }
            if (root.hasEntry("WordDocument")) {
                return new UnreadablePlan(Reason.LEGACY_DOC, "WordDocument");
            }
            return new UnreadablePlan(Reason.NOT_A_DOCUMENT, String.join(", ", root.getEntryNames()));
        } catch (IOException | RuntimeException damaged) {
            return new UnreadablePlan(Reason.DAMAGED, String.valueOf(damaged.getMessage()), damaged);
        }
    }
}
