package org.anshe.campaign.internal.reading;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code read-plan FILE [--json]}: prints what a plan says. Exit codes: 0 read, 2 bad usage, 3 unreadable. */
public final class ReadPlanCommand {

    private ReadPlanCommand() {}

    public static int run(String[] args, PrintStream out, PrintStream err) {
        List<String> files = new ArrayList<>();
        boolean json = false;
        for (String argument : args) {
            if ("--json".equals(argument)) {
                json = true;
            } else {
                files.add(argument);
            }
        }
        if (files.size() != 1 || files.getFirst().startsWith("-")) {
            err.println("usage: read-plan FILE [--json]");
            return 2;
        }
        try {
            PlanReading reading = new PlanReader().read(PlanDocuments.open(Path.of(files.getFirst())));
            if (json) {
                out.println(new PlanReadingJson().write(reading));
            } else {
                new PlanReadingText(out).print(reading);
            }
            return 0;
        } catch (UnreadablePlan refused) {
            err.println(refused.reason() + ": " + refused.fact());
            return 3;
        }
    }
}
