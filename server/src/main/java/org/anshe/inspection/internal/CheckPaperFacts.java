package org.anshe.inspection.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.hazard.Hazards;
import org.anshe.inspection.internal.ViewCheck.CheckView;
import org.anshe.paper.Papers;
import org.anshe.register.RegisterObjects;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rows of a check that was handed in say for each kind of paper. */
@Component
class CheckPaperFacts {

    static final String RECORD = "inspection-record";
    static final String ORDER = "order-to-rectify";

    private final RegisterObjects objects;
    private final Hazards hazards;
    private final CheckRepository checks;

    CheckPaperFacts(RegisterObjects objects, Hazards hazards, CheckRepository checks) {
        this.objects = objects;
        this.hazards = hazards;
        this.checks = checks;
    }

    /** A record of every check; an order when a failed item was not put right at once. */
    static List<String> offered(CheckView view) {
        if (view.check().state() != Check.State.SUBMITTED) {
            return List.of();
        }
        return view.answers().stream().anyMatch(given -> isOpen(given.answer()))
                ? List.of(RECORD, ORDER)
                : List.of(RECORD);
    }

    /** What is known; what is not known is left out. */
    Papers.Facts of(Caller caller, CheckView view, RegisterObjects.@Nullable RegisterObject object, String kind) {
        CheckQueries.CheckRow check = view.check();
        Map<String, String> values = new HashMap<>();
        put(values, "recipient", check.objectName());
        put(values, "recipientAddress", object == null ? check.place() : object.address());
        put(
                values,
                "recipientPerson",
                objects.answerable(caller, check.objectId()).orElse(null));
        put(values, "checkedOn", day(check.checkedAt()));
        put(values, "foundOn", day(check.checkedAt()));
        put(values, "source", "安全检查");
        put(values, "inspectors", check.checkedByName());
        put(values, "checklist", check.checklistName().simplified());
        put(values, "items", check.items() == null ? null : check.items().toString());
        put(
                values,
                "failed",
                check.failedItems() == null || check.failedItems() == 0
                        ? null
                        : check.failedItems().toString());
        put(values, "opinion", check.remark());
        // Hazards name the first of a chain of corrections.
        UUID root = checks.find(check.id()).map(Check::rootId).orElse(check.id());
        put(
                values,
                "deadline",
                day(hazards.firstDeadline(caller.scopeFor("hazard.view"), root).orElse(null)));
        return new Papers.Facts(values, rows(view, kind.equals(ORDER)));
    }

    /** The failed items in walking order; for an order only those that are still open. */
    private static List<Map<String, String>> rows(CheckView view, boolean openOnly) {
        Map<String, Answer> answers = view.answers().stream()
                .map(CheckQueries.GivenAnswer::answer)
                .filter(Answer::failed)
                .filter(answer -> !openOnly || isOpen(answer))
                .collect(Collectors.toMap(Answer::itemCode, answer -> answer));
        List<Map<String, String>> rows = new ArrayList<>();
        for (ChecklistContent.ItemGroup group : view.groups()) {
            for (ChecklistContent.CheckItem item : group.items()) {
                Answer answer = answers.get(item.code());
                if (answer != null) {
                    rows.add(row(view.check(), item, answer));
                }
            }
        }
        return rows;
    }

    private static Map<String, String> row(
            CheckQueries.CheckRow check, ChecklistContent.CheckItem item, Answer answer) {
        Map<String, String> row = new HashMap<>();
        put(row, "item", item.text().simplified());
        put(row, "problem", answer.note() == null ? item.text().simplified() : answer.note());
        put(row, "place", check.place() == null ? check.objectName() : check.place());
        put(row, "basis", item.basis());
        put(row, "handling", isOpen(answer) ? "限期整改" : "已当场整改");
        return row;
    }

    private static boolean isOpen(Answer answer) {
        return answer.failed() && answer.measure() == null;
    }

    private static @Nullable String day(@Nullable Instant moment) {
        return moment == null
                ? null
                : LocalDate.ofInstant(moment, OfficeTime.ZONE).toString();
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(name, value);
        }
    }
}
