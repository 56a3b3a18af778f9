package org.anshe.deadline;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Records of one kind that have deadlines. The module that sets the deadlines provides it, so that the calendar can show
 * what falls due without knowing the modules above; a kind nobody provides is not shown.
 */
public interface DueRecords {

    /** As in {@link Deadlines.Key}. */
    String subject();

    /** The permission to see such records; their deadlines are shown within its scope. */
    String permission();

    /** What these records are, as far as the scope shows them. */
    Map<UUID, DueRecord> describe(Scope scope, Collection<UUID> ids);

    /**
     * A record in short.
     *
     * @param parentId the record it is a part of and opened under, null for none
     * @param paused whether its clock stands still, so that the day shown is not the last word
     */
    record DueRecord(
            String title,
            @Nullable String number,
            @Nullable String areaName,
            @Nullable String unitName,
            @Nullable UUID parentId,
            boolean paused) {}
}
