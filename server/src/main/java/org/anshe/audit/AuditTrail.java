package org.anshe.audit;

import java.util.Map;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/** Where use cases record what was done. */
public interface AuditTrail {

    /**
     * Appends one entry in the running transaction.
     *
     * @param action the permission-like name of the act, for example {@code hazard.close}
     * @param area where the record lies; null for records that lie nowhere. Readers see entries of their areas.
     * @param facts what changed, small and free of secrets; values as JSON can hold them
     */
    void record(Caller caller, String action, Subject subject, @Nullable AreaKey area, Map<String, ?> facts);

    /**
     * What was acted upon.
     *
     * @param kind for example {@code hazard}
     */
    record Subject(String kind, String id) {
        public static Subject of(String kind, Object id) {
            return new Subject(kind, id.toString());
        }
    }
}
