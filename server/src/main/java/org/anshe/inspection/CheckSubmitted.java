package org.anshe.inspection;

import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/**
 * A check was handed in.
 *
 * @param taskId the task it fills, null for a check without a task
 * @param failedItems how many items failed; each one opened a hazard
 */
public record CheckSubmitted(
        UUID checkId, @Nullable UUID taskId, UUID objectId, AreaKey area, int items, int failedItems) {}
