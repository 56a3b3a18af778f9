package org.anshe.inspection.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anshe.inspection.InspectionProblem;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;

/** A checklist with its answers, complete enough to be handed in. */
record FilledChecklist(List<Filled> failed, int items) {

    /** An item and its answer. */
    record Filled(ChecklistContent.CheckItem item, Answer answer) {}

    /**
     * Puts items and answers together. Refuses what is not complete, and says where: every item needs an answer; a failed
     * one needs words and, when the item says so, a photo; one that was put right on the spot needs photos before and
     * after, as the closed loop asks.
     */
    static FilledChecklist of(List<ChecklistContent.ItemGroup> groups, List<Answer> answers) {
        Map<String, Answer> byItem = new HashMap<>();
        answers.forEach(answer -> byItem.put(answer.itemCode(), answer));
        List<String> unanswered = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        List<Filled> failed = new ArrayList<>();
        int items = 0;
        for (ChecklistContent.ItemGroup group : groups) {
            for (ChecklistContent.CheckItem item : group.items()) {
                items++;
                Answer answer = byItem.get(item.code());
                if (answer == null) {
                    unanswered.add(item.code());
                } else if (answer.failed()) {
                    require(item, answer, errors);
                    failed.add(new Filled(item, answer));
                }
            }
        }
        if (!unanswered.isEmpty()) {
            throw new ProblemException(
                    InspectionProblem.UNANSWERED,
                    Map.of("count", unanswered.size(), "items", unanswered),
                    unanswered.stream()
                            .map(code -> new FieldError("/answers/" + code, "required"))
                            .toList());
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    InspectionProblem.FAILED_ITEM_INCOMPLETE, Map.of("count", errors.size()), errors);
        }
        return new FilledChecklist(failed, items);
    }

    private static void require(ChecklistContent.CheckItem item, Answer answer, List<FieldError> errors) {
        String pointer = "/answers/" + item.code();
        if (answer.note() == null) {
            errors.add(new FieldError(pointer + "/note", "required"));
        }
        boolean fixed = answer.measure() != null;
        if ((item.photoOnFail() || fixed) && answer.before().isEmpty()) {
            errors.add(new FieldError(pointer + "/photos", "required"));
        }
        if (fixed && answer.after().isEmpty()) {
            errors.add(new FieldError(pointer + "/photosAfter", "required"));
        }
    }
}
