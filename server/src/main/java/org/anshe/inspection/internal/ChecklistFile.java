package org.anshe.inspection.internal;

import java.time.LocalDate;
import java.util.List;
import org.anshe.shared.LocalText;

/** A shipped file of the checklist library; its form is described by {@code data/checklists/schema.json}. */
record ChecklistFile(
        String code,
        int version,
        LocalDate effectiveFrom,
        LocalText name,
        String hazardDomain,
        List<String> objectTypes,
        String source,
        String gradeNote,
        List<ChecklistContent.ItemGroup> groups) {

    ChecklistContent content() {
        return new ChecklistContent(name, hazardDomain, objectTypes, source, gradeNote, groups);
    }
}
