package org.anshe.attachment.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes uploads that nobody linked to a record within a week: photos of forms that were never sent. */
@Service
class SweepUploads {

    static final Duration PATIENCE = Duration.ofDays(7);
    private static final int BATCH = 500;
    private static final Logger LOG = LoggerFactory.getLogger(SweepUploads.class);

    private final AttachmentRepository files;
    private final FileStore disk;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SweepUploads(AttachmentRepository files, FileStore disk, TransactionTemplate transaction, Clock clock) {
        this.files = files;
        this.disk = disk;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
    void sweep() {
        Map<UUID, String> removed;
        do {
            removed = transaction.execute(
                    status -> files.removeUnlinked(clock.instant().minus(PATIENCE), BATCH));
            if (removed == null) {
                return;
            }
            Set.copyOf(removed.values()).forEach(this::removeUnused);
            if (!removed.isEmpty()) {
                LOG.info("Removed {} uploads that were never linked", removed.size());
            }
        } while (removed.size() == BATCH);
    }

    /** The rows are gone and committed; under the content's lock no new row can appear while it is removed. */
    private void removeUnused(String sha256) {
        transaction.executeWithoutResult(status -> {
            files.lockContent(sha256);
            if (!files.used(sha256)) {
                disk.remove(sha256);
            }
        });
    }
}
