package org.anshe.campaign;

import java.io.PrintStream;
import org.anshe.campaign.internal.reading.ReadPlanCommand;

/** {@code read-plan FILE [--json]}: reads a plan document without a database. */
public final class ReadPlanAtCommandLine {

    private ReadPlanAtCommandLine() {}

    /** Exit status 0, 2 for bad usage, 3 for a document that cannot be read. */
    public static int run(String[] arguments, PrintStream out, PrintStream err) {
        return ReadPlanCommand.run(arguments, out, err);
    }
}
