package org.anshe.register.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * One import of a table, as far as it has come.
 *
 * @param area where rows without an area of their own belong
 * @param columns headings as they were read
 * @param ignored headings nothing is known of
 * @param progress rows done in the running step
 * @param failure why it failed: type of the problem and its members
 */
public record TableImport(
        UUID id,
        String type,
        int typeVersion,
        String fileName,
        @Nullable AreaKey area,
        State state,
        List<String> columns,
        List<String> ignored,
        Counts counts,
        int progress,
        @Nullable Failure failure,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /** How far an import has come. */
    public enum State {
        /** The table is being read. */
        CHECKING,
        /** Read; a person decides what becomes of it. */
        CHECKED,
        /** The good rows are being registered. */
        APPLYING,
        APPLIED,
        FAILED,
        CANCELLED
    }

    /** Rows read, and what became of them. */
    public record Counts(int read, int good, int bad, int duplicate, int created, int merged, int skipped) {}

    /** Why an import failed. */
    public record Failure(String type, Map<String, Object> members) {}

    /** What becomes of a row that seems to be an object registered before. */
    public enum Choice {
        /** Leave it out. */
        SKIP,
        /** Fill what it says into the object that is there. */
        MERGE,
        /** It is another object: register it as well. */
        CREATE
    }
}
