package org.anshe;

import java.io.PrintStream;
import org.anshe.audit.ChainVerification;
import org.jspecify.annotations.Nullable;

/** {@code verify-audit}: recomputes the hash chain of the audit trail. Exit status 0 whole, 1 broken, 2 bad usage. */
final class VerifyAudit {

    private final PrintStream out;
    private final PrintStream err;

    VerifyAudit(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(@Nullable ServeOptions options) {
        if (options == null) {
            return 2;
        }
        try (Database database = Database.open(options)) {
            database.migrate();
            ChainVerification.Result result = ChainVerification.of(database.dataSource());
            return switch (result) {
                case ChainVerification.Whole whole -> {
                    out.printf(
                            "The audit trail is whole: %d entries linked, %d not sealed yet; newest hash %s%n",
                            whole.linked(), whole.open(), whole.hash());
                    yield 0;
                }
                case ChainVerification.Broken broken -> {
                    err.printf(
                            "The audit trail is BROKEN at position %d (entry %d): %s%n",
                            broken.position(), broken.entry(), broken.reason());
                    yield 1;
                }
            };
        }
    }
}
