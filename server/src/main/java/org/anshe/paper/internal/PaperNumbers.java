package org.anshe.paper.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints numbers the way the kind of paper says, for example 青安责改〔2026〕第12号. */
@Component
class PaperNumbers {

    private final PaperKinds kinds;

    PaperNumbers(PaperKinds kinds) {
        this.kinds = kinds;
    }

    @Nullable String printed(String kind, int version, String abbreviation, @Nullable Integer year, @Nullable Integer number) {
        return year == null || number == null ? null : printed(kinds.get(kind, version), abbreviation, year, number);
    }

    @Nullable String printed(Paper paper) {
        Paper.Issued issued = paper.issued();
        return issued == null
                ? null
                : printed(
                        kinds.get(paper.kind(), paper.kindVersion()),
                        paper.organ().abbreviation(),
                        issued.year(),
                        issued.number());
    }

    static String printed(PaperKind kind, String abbreviation, int year, int number) {
        return kind.number()
                .replace("{organ}", abbreviation)
                .replace("{year}", Integer.toString(year))
                .replace("{number}", Integer.toString(number));
    }
}
