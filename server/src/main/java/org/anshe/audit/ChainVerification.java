package org.anshe.audit;

import javax.sql.DataSource;
import org.anshe.audit.internal.AuditChainRepository;

/** Recomputes the hash chain from the first entry to the last. */
public final class ChainVerification {

    private ChainVerification() {}

    public static Result of(DataSource dataSource) {
        return AuditChainRepository.over(dataSource).verify();
    }

    /** What the verification found. */
    public sealed interface Result permits Whole, Broken {}

    /**
     * Every linked entry has the hash it was sealed with.
     *
     * @param linked entries in the chain
     * @param open entries of the last moments that are not sealed yet
     */
    public record Whole(long linked, long open) implements Result {}

    /** The first place where the chain does not hold. */
    public record Broken(long position, long entry, String reason) implements Result {}
}
