package org.anshe.report.internal;

import java.util.Collection;
import java.util.List;
import org.anshe.report.ReportProblem;
import org.anshe.shared.ProblemException;

/** One value of a dimension: {@code domain:fire}, or {@code domain:none} for rows that have none. */
public record RowFilter(Breakdown by, String value) {

    public static RowFilter parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new ProblemException(ReportProblem.BAD_FILTER, "filter", text);
        }
        return new RowFilter(Breakdown.parse(text.substring(0, colon)), text.substring(colon + 1));
    }

    public static List<RowFilter> parse(Collection<String> texts) {
        return texts.stream().map(RowFilter::parse).toList();
    }

    @Override
    public String toString() {
        return by.slug() + ":" + value;
    }
}
