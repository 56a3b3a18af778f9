package org.anshe.report.internal;

import java.util.Locale;
import org.anshe.report.ReportProblem;
import org.anshe.shared.ProblemException;

/** The dimensions an indicator can be divided by. */
public enum Breakdown {
    AREA,
    MONTH,
    DOMAIN,
    GRADE,
    SOURCE,
    STATE,
    UNIT,
    TYPE,
    SUPERVISION_CLASS,
    CHECKLIST,
    SUBJECT,
    CAMPAIGN,
    KIND,
    LEVEL;

    /** The value of rows that have none in this dimension. */
    public static final String NONE = "none";

    /** Name in addresses: {@code supervision-class}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Breakdown parse(String slug) {
        for (Breakdown one : values()) {
            if (one.slug().equals(slug)) {
                return one;
            }
        }
        throw new ProblemException(ReportProblem.NO_BREAKDOWN, "by", slug);
    }
}
