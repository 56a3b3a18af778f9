package org.anshe.attachment;

import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Files as other modules need them. A file is uploaded first and belongs to its uploader alone; linking it to a record
 * makes it visible to whoever may see that record.
 */
public interface Attachments {

    /**
     * One file.
     *
     * @param sha256 of the stored content, hexadecimal
     * @param picture whether there is a thumbnail
     */
    record Attachment(UUID id, String fileName, String mediaType, long size, String sha256, boolean picture) {}

    /**
     * A link of a file to a record.
     *
     * @param role why it is there, for example {@code before}, {@code after}, {@code evidence}
     */
    record Linked(Attachment attachment, String role) {}

    /**
     * The record files belong to, with what decides who may see them.
     *
     * @param unitId the unit that holds the record
     * @param subjectUnitIds other units the record is about, which see it as well
     * @param viewPermission the permission a reader needs for the record, for example {@code hazard.view}
     */
    record Owner(
            String kind,
            UUID id,
            AreaKey area,
            @Nullable UUID unitId,
            Set<UUID> subjectUnitIds,
            String viewPermission) {

        /** A record that only the unit that holds it is concerned with. */
        public Owner(String kind, UUID id, AreaKey area, @Nullable UUID unitId, String viewPermission) {
            this(kind, id, area, unitId, Set.of(), viewPermission);
        }
    }

    /** Checks and stores a file as this caller's; pictures lose their metadata and get a thumbnail. Idempotent on the id. */
    Attachment store(Caller caller, UUID id, String fileName, InputStream content);

    /** Links files of this caller to a record. Refuses files of others and files that do not exist. */
    void link(Caller caller, Owner owner, String role, Collection<UUID> files);

    /** Follows a record to another area or unit. */
    void move(Owner owner);

    List<Linked> of(String kind, UUID id);

    Map<UUID, List<Linked>> of(String kind, Collection<UUID> ids);

    /**
     * How much the pictures of records look like these pictures of the caller.
     *
     * @return for each record that has pictures the number of bits, of 64, in which the two that are most alike differ
     */
    Map<UUID, Integer> distances(Caller caller, String kind, Collection<UUID> ids, Collection<UUID> files);
}
