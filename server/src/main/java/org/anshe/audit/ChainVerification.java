package org.anshe.audit;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.anshe.audit.internal.AuditChainRepository;

/** Recomputes the hash chain from the first entry to the last. */
public final class ChainVerification {

    private ChainVerification() {}

    /** Reads the trail as it stands at one moment, row by row, however long it is. */
    public static Result of(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return inOneSnapshot(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail cannot be read", e);
        }
    }

    /** PostgreSQL's driver hands over rows in portions only within a transaction. */
    private static Result inOneSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return within(connection);
        } finally {
            connection.rollback();
        }
    }

    /** Reads the trail as the running transaction of this connection sees it. */
    static Result within(Connection connection) {
        return AuditChainRepository.over(connection).verify();
    }

    /** What the verification found. */
    public sealed interface Result permits Whole, Broken {}

    /**
     * Every linked entry has the hash it was sealed with.
     *
     * @param linked entries in the chain
     * @param open entries of the last moments that are not sealed yet
     * @param hash the newest hash in hexadecimal digits, to be kept elsewhere
     */
    public record Whole(long linked, long open, String hash) implements Result {}

    /**
     * The first place where the chain does not hold.
     *
     * @param position where the entry stands in the chain; the first free position for an entry outside of it
     */
    public record Broken(long position, long entry, String reason) implements Result {}
}
