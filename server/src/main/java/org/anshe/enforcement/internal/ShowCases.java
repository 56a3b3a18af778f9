package org.anshe.enforcement.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anshe.deadline.ClockState;
import org.anshe.enforcement.CaseOutcome;
import org.anshe.enforcement.CaseStatus;
import org.anshe.enforcement.internal.db.tables.records.IllegalCaseRecord;
import org.anshe.hazard.HazardLedger;
import org.anshe.organisation.Units;
import org.anshe.register.RegisterObjects;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases with names, their transfers, and what the caller may do. */
@Service
public class ShowCases {

    private static final int MOST = 200;

    private final CaseQueries cases;
    private final JointActionQueries actions;
    private final CourseRepository course;
    private final EnforcementTerms terms;
    private final HazardLedger hazards;
    private final RegisterObjects objects;
    private final Units units;
    private final Areas areas;

    ShowCases(
            CaseQueries cases,
            JointActionQueries actions,
            CourseRepository course,
            EnforcementTerms terms,
            HazardLedger hazards,
            RegisterObjects objects,
            Units units,
            Areas areas) {
        this.cases = cases;
        this.actions = actions;
        this.course = course;
        this.terms = terms;
        this.hazards = hazards;
        this.objects = objects;
        this.units = units;
        this.areas = areas;
    }

    /** What a list is narrowed to; empty and null do not restrict. */
    public record Filter(
            Set<CaseStatus> states,
            Set<String> domains,
            @Nullable AreaKey area,
            @Nullable UUID unit,
            @Nullable UUID hazard,
            @Nullable UUID action,
            @Nullable Boolean overdue,
            @Nullable Boolean exposed,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String q) {

        CaseQueries.Filter query() {
            return new CaseQueries.Filter(states, domains, area, unit, hazard, action, overdue, exposed, from, to, q);
        }
    }

    /** The answer a case waits for. */
    public record AwaitedAnswer(Instant nearAt, Instant dueAt, ClockState state) {}

    /** One in the list; {@code party} is who did it, the object's name or words. */
    public record Row(
            UUID id,
            String number,
            String act,
            String domain,
            @Nullable String party,
            CaseStatus state,
            AreaKey area,
            @Nullable String areaName,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable UUID toUnitId,
            @Nullable String toUnitName,
            LocalDate foundOn,
            int transfers,
            @Nullable LocalDate concludedOn,
            List<CaseOutcome> outcomes,
            @Nullable BigDecimal fine,
            @Nullable LocalDate exposedOn,
            @Nullable AwaitedAnswer answer) {}

    /** One time it was sent. */
    public record CaseTransfer(
            int nth,
            @Nullable String fromUnit,
            @Nullable String toUnit,
            String reason,
            Instant sentAt,
            String sentName,
            Instant answerDueAt,
            String state,
            @Nullable Instant answeredAt,
            @Nullable String answeredName,
            @Nullable String answer) {}

    /** The joint action it was found at. */
    public record AtAction(UUID id, String number, String title) {}

    /** One case; {@code offers}: transfer, accept, refuse, conclude, expose. */
    public record View(
            Row row,
            int version,
            @Nullable String clause,
            @Nullable String place,
            @Nullable UUID objectId,
            HazardLedger.@Nullable Named hazard,
            @Nullable AtAction action,
            @Nullable String outcomeNote,
            @Nullable String exposedAt,
            String createdName,
            List<CaseTransfer> transfers,
            List<CourseRepository.Step> timeline,
            List<String> offers) {}

    @Transactional(readOnly = true)
    public Page<Row> list(Caller caller, Filter filter, PageRequest page) {
        Page<IllegalCaseRecord> found =
                cases.list(caller.scopeFor(IllegalCase.VIEW), filter.query(), terms.now(), page);
        return new Page<>(named(found.items()), found.next(), null);
    }

    List<Row> ofAction(Caller caller, UUID action) {
        return some(caller, new Filter(Set.of(), Set.of(), null, null, null, action, null, null, null, null, null));
    }

    /** The cases that came from a hazard the caller sees. */
    @Transactional(readOnly = true)
    public List<Row> ofHazard(Caller caller, UUID hazard) {
        if (hazards.named(caller.scopeFor(LinkHazards.HAZARD_VIEW), null, List.of(hazard))
                .isEmpty()) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
        return some(caller, new Filter(Set.of(), Set.of(), null, null, hazard, null, null, null, null, null, null));
    }

    private List<Row> some(Caller caller, Filter filter) {
        return named(cases.list(caller.scopeFor(IllegalCase.VIEW), filter.query(), terms.now(), PageRequest.first(MOST))
                .items());
    }

    @Transactional(readOnly = true)
    public View show(Caller caller, UUID id) {
        IllegalCaseRecord row = cases.find(caller.scopeFor(IllegalCase.VIEW), id)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        UUID hazard = row.getHazardId();
        UUID action = row.getActionId();
        return new View(
                named(List.of(row)).getFirst(),
                row.getVersion(),
                row.getClause(),
                row.getPlace(),
                row.getObjectId(),
                hazard == null
                        ? null
                        : hazards.named(caller.scopeFor(LinkHazards.HAZARD_VIEW), null, List.of(hazard)).stream()
                                .findFirst()
                                .orElse(null),
                action == null
                        ? null
                        : actions.find(caller.scopeFor(JointAction.VIEW), action)
                                .map(at -> new AtAction(at.getId(), at.getNumber(), at.getTitle()))
                                .orElse(null),
                row.getOutcomeNote(),
                row.getExposedAt(),
                row.getCreatedName(),
                transfers(id),
                course.steps(IllegalCase.KIND, id),
                offers(caller, CaseRepository.illegalCase(row)));
    }

    List<Row> named(List<IllegalCaseRecord> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<UUID, Units.Unit> names = units.byIds(rows.stream()
                .flatMap(row -> Stream.of(row.getUnitId(), row.getToUnitId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<AreaKey, String> places = areas.names(rows.stream()
                .map(row -> new AreaKey(row.getAreaKey()))
                .distinct()
                .toList());
        List<UUID> about = rows.stream()
                .map(IllegalCaseRecord::getObjectId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, RegisterObjects.RegisterObject> known = about.isEmpty() ? Map.of() : objects.byIds(about);
        Map<UUID, CaseQueries.Answer> answers =
                cases.answers(rows.stream().map(IllegalCaseRecord::getId).toList()).stream()
                        .collect(Collectors.toMap(CaseQueries.Answer::caseId, Function.identity()));
        Instant now = terms.now();
        return rows.stream()
                .map(row -> row(row, names, places, known, answers.get(row.getId()), now))
                .toList();
    }

    private static Row row(
            IllegalCaseRecord row,
            Map<UUID, Units.Unit> names,
            Map<AreaKey, String> places,
            Map<UUID, RegisterObjects.RegisterObject> known,
            CaseQueries.@Nullable Answer answer,
            Instant now) {
        AreaKey area = new AreaKey(row.getAreaKey());
        RegisterObjects.RegisterObject object = row.getObjectId() == null ? null : known.get(row.getObjectId());
        return new Row(
                row.getId(),
                row.getNumber(),
                row.getAct(),
                row.getDomain(),
                object == null ? row.getParty() : object.name(),
                CaseStatus.valueOf(row.getState()),
                area,
                places.get(area),
                row.getUnitId(),
                name(names, row.getUnitId()),
                row.getToUnitId(),
                name(names, row.getToUnitId()),
                row.getFoundOn(),
                row.getTransfers(),
                row.getConcludedOn(),
                Arrays.stream(row.getOutcomes()).map(CaseOutcome::valueOf).toList(),
                row.getFine(),
                row.getExposedOn(),
                answer == null
                        ? null
                        : new AwaitedAnswer(
                                answer.nearAt(), answer.dueAt(), ClockState.at(now, answer.nearAt(), answer.dueAt())));
    }

    private List<CaseTransfer> transfers(UUID id) {
        var rows = cases.transfers(id);
        Map<UUID, Units.Unit> names = units.byIds(rows.stream()
                .flatMap(row -> Stream.of(row.getFromUnitId(), row.getToUnitId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return rows.stream()
                .map(row -> new CaseTransfer(
                        row.getNth(),
                        name(names, row.getFromUnitId()),
                        name(names, row.getToUnitId()),
                        row.getReason(),
                        row.getSentAt(),
                        row.getSentName(),
                        row.getAnswerDueAt(),
                        row.getState(),
                        row.getAnsweredAt(),
                        row.getAnsweredName(),
                        row.getAnswer()))
                .toList();
    }

    private static @Nullable String name(Map<UUID, Units.Unit> names, @Nullable UUID id) {
        Units.Unit unit = id == null ? null : names.get(id);
        return unit == null ? null : unit.name();
    }

    private static List<String> offers(Caller caller, IllegalCase one) {
        boolean sends = caller.may(IllegalCase.TRANSFER, one.area(), one.holder());
        boolean handles = caller.may(IllegalCase.HANDLE, one.area(), one.holder());
        List<String> offers = new ArrayList<>();
        switch (one.state()) {
            case FOUND, REFUSED -> {
                if (sends) {
                    offers.add("transfer");
                }
                if (handles) {
                    offers.add("conclude");
                }
            }
            case TRANSFERRED -> {
                if (handles) {
                    offers.addAll(List.of("accept", "refuse"));
                }
            }
            case ACCEPTED -> {
                if (handles) {
                    offers.add("conclude");
                }
            }
            case CONCLUDED -> {
                if (handles && one.exposedOn() == null) {
                    offers.add("expose");
                }
            }
        }
        return offers;
    }
}
