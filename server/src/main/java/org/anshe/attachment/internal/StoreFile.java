package org.anshe.attachment.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.attachment.AttachmentProblem;
import org.anshe.attachment.Attachments.Attachment;
import org.anshe.attachment.internal.AttachmentRepository.Origin;
import org.anshe.attachment.internal.AttachmentRepository.Stored;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a file: receives, looks what it is, draws pictures anew, puts the content on the disk, and only then writes the
 * row. A failure in between leaves a content without a row, never a row without a content.
 */
@Service
class StoreFile {

    private final FileStore disk;
    private final Pictures pictures;
    private final AttachmentRepository files;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    StoreFile(
            FileStore disk,
            Pictures pictures,
            AttachmentRepository files,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.disk = disk;
        this.pictures = pictures;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
    }

    Attachment store(Caller caller, UUID id, String fileName, InputStream content) {
        Path received = disk.scratch();
        try {
            String hash = FileStore.receive(content, received, MediaKind.LARGEST);
            Optional<Stored> before = files.find(id);
            if (before.isPresent()) {
                return same(before.get(), caller, hash);
            }
            if (Files.size(received) == 0) {
                throw new ProblemException(AttachmentProblem.EMPTY);
            }
            MediaKind kind = Sniffer.kindOf(received);
            if (Files.size(received) > kind.largest()) {
                throw new ProblemException(
                        AttachmentProblem.TOO_LARGE, Map.of("largestBytes", kind.largest(), "kind", kind.mediaType()));
            }
            String name = kind.fileName(fileName);
            return kind.picture()
                    ? picture(caller, id, name, kind, received, hash)
                    : plain(caller, id, name, kind, received, hash);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            forget(received);
        }
    }

    private Attachment plain(Caller caller, UUID id, String name, MediaKind kind, Path received, String hash)
            throws IOException {
        Attachment file = new Attachment(id, name, kind.mediaType(), Files.size(received), hash, false);
        disk.keep(received, hash);
        return record(caller, file, new Origin(caller.personId(), hash, null, null));
    }

    private Attachment picture(Caller caller, UUID id, String name, MediaKind kind, Path received, String hash)
            throws IOException {
        Path drawn = disk.scratch();
        Path thumbnail = disk.scratch();
        try {
            CameraFacts camera = kind == MediaKind.JPEG ? CameraFacts.of(received) : CameraFacts.UNKNOWN;
            Pictures.Drawn picture = pictures.redraw(received, kind, camera, drawn, thumbnail);
            String kept = FileStore.hash(drawn);
            Attachment file = new Attachment(id, name, kind.mediaType(), Files.size(drawn), kept, true);
            disk.keepThumbnail(thumbnail, kept);
            disk.keep(drawn, kept);
            return record(caller, file, new Origin(caller.personId(), hash, picture, camera.takenAt()));
        } finally {
            forget(drawn);
            forget(thumbnail);
        }
    }

    private Attachment record(Caller caller, Attachment file, Origin origin) {
        Boolean added = transaction.execute(status -> {
            files.lockContent(file.sha256());
            if (!disk.holds(file.sha256())) {
                // The sweep took an older upload of the same content away in between; the caller sends it again.
                throw new ProblemException(org.anshe.shared.SharedProblem.CONFLICT);
            }
            boolean isNew = files.add(file, origin);
            if (isNew) {
                audit.record(
                        caller,
                        "attachment.upload",
                        Subject.of("attachment", file.id()),
                        null,
                        Map.of("mediaType", file.mediaType(), "size", file.size(), "sha256", file.sha256()));
            }
            return isNew;
        });
        return Boolean.TRUE.equals(added)
                ? file
                : same(files.find(file.id()).orElseThrow(), caller, origin.receivedSha256());
    }

    private static Attachment same(Stored stored, Caller caller, @Nullable String hash) {
        boolean mine = java.util.Objects.equals(stored.uploaderId(), caller.personId());
        if (!mine || !stored.receivedSha256().equals(hash)) {
            throw new ProblemException(AttachmentProblem.ID_TAKEN);
        }
        return stored.attachment();
    }

    private static void forget(Path scratch) {
        try {
            Files.deleteIfExists(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
