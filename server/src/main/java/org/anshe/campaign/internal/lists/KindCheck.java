package org.anshe.campaign.internal.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.anshe.campaign.ListProblem;
import org.anshe.campaign.internal.measures.MeasureCells;
import org.anshe.hazard.HazardLedger;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;

/** Whether a kind holds together: codes that are there, columns that can be filled, parts that refer to others. */
final class KindCheck {

    private static final Pattern CODE = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,39}");
    private static final int MOST_PARTS = 10;
    private static final int MOST_COLUMNS = 24;
    private static final int WIDEST = 100;

    private KindCheck() {}

    static void check(List<ListPart> parts) {
        List<FieldError> wrong = of(parts);
        if (!wrong.isEmpty()) {
            throw new ProblemException(ListProblem.KIND_INVALID, Map.of(), wrong);
        }
    }

    static List<FieldError> of(List<ListPart> parts) {
        List<FieldError> wrong = new ArrayList<>();
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            wrong.add(new FieldError("/parts", "count"));
        }
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            ListPart part = parts.get(i);
            String at = "/parts/" + i;
            if (!CODE.matcher(part.code()).matches() || !codes.add(part.code())) {
                wrong.add(new FieldError(at + "/code", "taken"));
            }
            if (part.title().simplified().isBlank()) {
                wrong.add(new FieldError(at + "/title", "required"));
            }
            if (part.about() != null && !refersToEntries(parts, i)) {
                wrong.add(new FieldError(at + "/about", "unknown"));
            }
            columns(part, at, wrong);
        }
        return wrong;
    }

    /** Entries belong to entries of a part further up. */
    private static boolean refersToEntries(List<ListPart> parts, int index) {
        ListPart part = parts.get(index);
        return part.type() == ListPart.Type.ENTRIES
                && parts.subList(0, index).stream()
                        .anyMatch(other -> other.type() == ListPart.Type.ENTRIES
                                && other.code().equals(part.about()));
    }

    private static void columns(ListPart part, String at, List<FieldError> wrong) {
        if (part.columns().isEmpty() || part.columns().size() > MOST_COLUMNS) {
            wrong.add(new FieldError(at + "/columns", "count"));
        }
        List<String> known = switch (part.type()) {
            case HAZARDS -> HazardLedger.COLUMNS;
            case MEASURES -> MeasureCells.COLUMNS;
            case ENTRIES -> List.of();
        };
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < part.columns().size(); i++) {
            ListPart.Column column = part.columns().get(i);
            boolean fits = part.type() == ListPart.Type.ENTRIES
                    ? CODE.matcher(column.code()).matches() && !column.code().equals(ListPart.ABOUT)
                    : known.contains(column.code());
            if (!fits || !codes.add(column.code())) {
                wrong.add(new FieldError(at + "/columns/" + i + "/code", fits ? "taken" : "unknown"));
            }
            if (column.title().simplified().isBlank()) {
                wrong.add(new FieldError(at + "/columns/" + i + "/title", "required"));
            }
            if (column.width() < 1 || column.width() > WIDEST) {
                wrong.add(new FieldError(at + "/columns/" + i + "/width", "range"));
            }
        }
    }
}
