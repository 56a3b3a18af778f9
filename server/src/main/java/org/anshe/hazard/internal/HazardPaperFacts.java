package org.anshe.hazard.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.internal.ShowHazard.TimelineStep;
import org.anshe.hazard.internal.ShowHazard.View;
import org.anshe.paper.Papers;
import org.anshe.register.RegisterObjects;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rows of a hazard say for each kind of paper. Nobody types again what is known here. */
@Component
class HazardPaperFacts {

    static final String ORDER = "order-to-rectify";
    static final String REINSPECTION = "reinspection-opinion";
    static final String HAND_OVER = "hand-over-letter";
    static final String SUPERVISION = "supervision-slip";
    static final String INTERVIEW = "interview-record";
    static final String BULLETIN = "bulletin";
    static final String WARNING = "warning-notice";
    static final String LISTING = "listed-supervision-notice";
    static final String REMOVAL = "listing-removal-notice";
    static final String STOP = "stop-work-order";

    private static final Set<HazardStatus> TO_BE_RECTIFIED = Set.of(
            HazardStatus.CONFIRMED,
            HazardStatus.ASSIGNED,
            HazardStatus.HANDED_BACK,
            HazardStatus.HANDED_OVER,
            HazardStatus.RETURNED,
            HazardStatus.REOPENED);
    private static final Set<HazardStatus> REINSPECTED =
            Set.of(HazardStatus.SUBMITTED, HazardStatus.RETURNED, HazardStatus.CLOSED, HazardStatus.LOOKED_BACK);
    private static final Map<String, String> SOURCES = Map.of(
            "CHECK", "安全检查",
            "PATROL", "日常巡查",
            "SELF_CHECK", "企业自查",
            "RESIDENT", "群众反映核查",
            "CAMPAIGN", "专项整治检查",
            "SUPERIOR", "上级检查");

    private final RegisterObjects objects;
    private final Papers papers;
    private final HazardDomains domains;

    HazardPaperFacts(RegisterObjects objects, Papers papers, HazardDomains domains) {
        this.objects = objects;
        this.papers = papers;
        this.domains = domains;
    }

    /** The kinds of papers that make sense where the hazard stands. */
    static List<String> offered(HazardStatus state, HazardGrade grade) {
        boolean open = TO_BE_RECTIFIED.contains(state);
        boolean major = grade == HazardGrade.MAJOR;
        Map<String, Boolean> kinds = new LinkedHashMap<>();
        kinds.put(ORDER, open);
        kinds.put(REINSPECTION, REINSPECTED.contains(state));
        kinds.put(HAND_OVER, open);
        kinds.put(SUPERVISION, open);
        kinds.put(WARNING, open);
        kinds.put(INTERVIEW, open);
        kinds.put(LISTING, open && major);
        kinds.put(REMOVAL, major && (state == HazardStatus.CLOSED || state == HazardStatus.LOOKED_BACK));
        kinds.put(STOP, open && major);
        return kinds.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is known; what is not known is left out. */
    Papers.Facts of(Caller caller, View view, String kind, Instant now) {
        ListHazards.Row hazard = view.hazard();
        Map<String, String> values = new HashMap<>();
        put(values, "recipient", recipient(view, kind));
        RegisterObjects.RegisterObject object = hazard.objectId() == null
                ? null
                : objects.byIds(List.of(hazard.objectId())).get(hazard.objectId());
        put(values, "recipientAddress", object == null ? null : object.address());
        put(values, "recipientPerson", person(caller, view));
        put(values, "interviewee", view.elements().responsibleName());
        put(values, "subjectNumber", hazard.number());
        put(values, "place", place(view));
        put(values, "foundOn", day(hazard.reportedAt()));
        put(values, "source", SOURCES.get(hazard.source().name()));
        put(values, "deadline", day(hazard.dueAt()));
        put(values, "requirement", view.elements().measure());
        put(values, "reason", reason(view, kind, now));
        put(values, "event", event(view, kind, now));
        order(values, hazard, kind);
        Map<String, String> row = new HashMap<>();
        put(row, "problem", hazard.description());
        put(row, "place", hazard.place() == null ? hazard.areaName() : hazard.place());
        put(row, "requirement", view.elements().measure());
        reinspection(values, row, view);
        return new Papers.Facts(values, List.of(row));
    }

    /** The receiving department of a hand-over is known once the hazard was handed over; else the unit answerable. */
    private static @Nullable String recipient(View view, String kind) {
        ListHazards.Row hazard = view.hazard();
        if (kind.equals(HAND_OVER)) {
            return hazard.state() == HazardStatus.HANDED_OVER ? hazard.unitName() : null;
        }
        return hazard.unitName() == null ? hazard.objectName() : hazard.unitName();
    }

    private @Nullable String person(Caller caller, View view) {
        if (view.elements().responsibleName() != null) {
            return view.elements().responsibleName();
        }
        return Optional.ofNullable(view.hazard().objectId())
                .flatMap(object -> objects.answerable(caller, object))
                .orElse(null);
    }

    private static String place(View view) {
        String path = view.areaPath().replace(" / ", "");
        return view.hazard().place() == null ? path : path + view.hazard().place();
    }

    private @Nullable String reason(View view, String kind, Instant now) {
        ListHazards.Row hazard = view.hazard();
        return switch (kind) {
            case HAND_OVER ->
                last(view, "hand-over").map(step -> text(step, "reason")).orElse(null);
            case INTERVIEW, WARNING -> {
                boolean late = hazard.dueAt() != null && now.isAfter(hazard.dueAt());
                yield "经查，你单位存在" + domains.name(hazard.domain(), "zh-CN") + "领域安全隐患" + (late ? "，逾期未整改完毕。" : "。");
            }
            default -> null;
        };
    }

    private @Nullable String event(View view, String kind, Instant now) {
        ListHazards.Row hazard = view.hazard();
        if (!kind.equals(BULLETIN) || hazard.dueAt() == null || !now.isAfter(hazard.dueAt())) {
            return null;
        }
        String unit = hazard.unitName() == null ? "责任单位" : hazard.unitName();
        return unit + "对" + place(view) + "的" + domains.name(hazard.domain(), "zh-CN") + "领域安全隐患（编号 " + hazard.number()
                + "）应于" + day(hazard.dueAt()) + "前整改完毕，逾期未完成，现予以通报。";
    }

    private void order(Map<String, String> values, ListHazards.Row hazard, String kind) {
        String wanted = switch (kind) {
            case REINSPECTION -> ORDER;
            case REMOVAL -> LISTING;
            default -> null;
        };
        Papers.Summary order = wanted == null
                ? null
                : papers.newestIssued(Hazard.KIND, hazard.id(), Set.of(wanted)).get(wanted);
        if (order != null) {
            put(values, "orderNumber", order.number());
            put(
                    values,
                    "orderDate",
                    order.issuedOn() == null ? null : order.issuedOn().toString());
        }
    }

    private static void reinspection(Map<String, String> values, Map<String, String> row, View view) {
        last(view, "submit").ifPresent(step -> put(row, "result", text(step, "result")));
        switch (view.hazard().state()) {
            case CLOSED, LOOKED_BACK -> {
                put(values, "reinspectedOn", day(view.course().closedAt()));
                put(values, "conclusion", "上述隐患已整改完毕，经复查合格，予以销号。");
                put(row, "verdict", "合格");
            }
            case RETURNED ->
                last(view, "return").ifPresent(step -> {
                    put(values, "reinspectedOn", day(step.at()));
                    String why = text(step, "reason");
                    put(values, "conclusion", "上述隐患未整改到位" + (why == null ? "" : "：" + why) + "，责令继续整改。");
                    put(row, "verdict", "不合格");
                });
            default -> {
                // Nobody has looked yet.
            }
        }
    }

    private static Optional<TimelineStep> last(View view, String action) {
        return view.timeline().reversed().stream()
                .filter(step -> step.action().equals(action))
                .findFirst();
    }

    private static @Nullable String text(TimelineStep step, String fact) {
        Object value = step.facts().get(fact);
        return value == null ? null : value.toString();
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
