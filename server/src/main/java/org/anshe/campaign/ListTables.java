package org.anshe.campaign;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;

/** Lists as tables that are ready to be printed. */
public interface ListTables {

    /**
     * A list on paper.
     *
     * @param unit who hands it in (填报单位), empty when nobody is named
     * @param day of the rows: today, or the day a version was frozen
     * @param version the name of the frozen version, empty for the list as it stands
     */
    record Printed(String title, String unit, String day, String version, List<Table> tables) {}

    record Heading(String title, int width) {}

    /** One part; texts as they are printed, what is unknown is empty. Rows have no serial number yet. */
    record Table(String title, List<Heading> headings, List<List<String>> rows) {}

    /**
     * The list as the caller sees it; the act is recorded. Refused when a part has more rows than this.
     *
     * @param nth the frozen version, null for the list as it stands
     */
    Printed print(Caller caller, UUID list, @Nullable Integer nth, Locale language, int most);
}
