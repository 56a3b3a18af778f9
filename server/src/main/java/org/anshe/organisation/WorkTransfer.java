package org.anshe.organisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;

/**
 * Who hands what part of whose work to whom.
 *
 * @param handOver the record of the hand-over
 * @param caller who does it
 * @param reach where the caller may hand over work: what lies elsewhere does not move
 * @param from whose work it is
 * @param to who takes it over, with what that person may do then
 * @param within only what lies there; everywhere when empty
 * @param except not what lies there: somebody else takes that over
 * @param day the day on which it was handed over
 */
public record WorkTransfer(
        UUID handOver,
        Caller caller,
        Scope reach,
        Named from,
        Caller to,
        List<AreaRange> within,
        List<AreaRange> except,
        String reason,
        LocalDate day,
        Instant at) {

    /** Somebody by name. */
    public record Named(UUID id, String name) {}

    public WorkTransfer {
        within = List.copyOf(within);
        except = List.copyOf(except);
    }
}
