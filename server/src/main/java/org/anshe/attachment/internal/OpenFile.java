package org.anshe.attachment.internal;

import java.nio.file.Path;
import java.util.UUID;
import org.anshe.attachment.Attachments.Attachment;
import org.anshe.attachment.internal.AttachmentRepository.Stored;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.springframework.stereotype.Service;

/** Opens a file to its uploader and to whoever may see a record it belongs to; to everybody else it is not there. */
@Service
public class OpenFile {

    private final AttachmentRepository files;
    private final FileStore disk;

    OpenFile(AttachmentRepository files, FileStore disk) {
        this.files = files;
        this.disk = disk;
    }

    /** A file with the place of its bytes. */
    public record Opened(Attachment attachment, Path bytes) {}

    public Opened content(Caller caller, UUID id) {
        Attachment file = permitted(caller, id);
        return new Opened(file, disk.content(file.sha256()));
    }

    public Opened thumbnail(Caller caller, UUID id) {
        Attachment file = permitted(caller, id);
        if (!file.picture()) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
        return new Opened(file, disk.thumbnail(file.sha256()));
    }

    private Attachment permitted(Caller caller, UUID id) {
        Stored stored = files.find(id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        boolean mine = caller.personId() != null && caller.personId().equals(stored.uploaderId());
        boolean seen = mine || files.doors(id).stream().anyMatch(door -> door.opensTo(caller));
        if (!seen) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
        return stored.attachment();
    }
}
