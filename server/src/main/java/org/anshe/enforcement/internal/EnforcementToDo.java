package org.anshe.enforcement.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anshe.deadline.ClockState;
import org.anshe.enforcement.CaseStatus;
import org.anshe.shared.Caller;
import org.anshe.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the units of a caller: invitations to answer, feedback to give, cases to answer, cases to settle. */
@Service
public class EnforcementToDo {

    private static final int COUNTED = 200;
    private static final int SHOWN = 5;

    private final JointActionQueries actions;
    private final CaseQueries cases;
    private final ShowJointActions showActions;
    private final ShowCases showCases;
    private final EnforcementTerms terms;

    EnforcementToDo(
            JointActionQueries actions,
            CaseQueries cases,
            ShowJointActions showActions,
            ShowCases showCases,
            EnforcementTerms terms) {
        this.actions = actions;
        this.cases = cases;
        this.showActions = showActions;
        this.showCases = showCases;
        this.terms = terms;
    }

    /** A kind of work. */
    public enum WaitingKind {
        INVITATION,
        FEEDBACK,
        CASE_ANSWER,
        CASE_HANDLING
    }

    /** One thing to do. */
    public record WaitingItem(
            UUID id,
            String title,
            @Nullable String unitName,
            @Nullable Instant nearAt,
            @Nullable Instant dueAt) {}

    /** One kind of work; {@code count} up to 200. */
    public record WaitingWork(WaitingKind kind, int count, int breached, List<WaitingItem> first) {}

    /** Only kinds of which something waits. */
    @Transactional(readOnly = true)
    public List<WaitingWork> list(Caller caller) {
        List<WaitingWork> work = new ArrayList<>();
        Scope partners = caller.scopeFor(JointAction.TAKE_PART);
        add(work, WaitingKind.INVITATION, ofActions(caller, actions.invitations(partners, COUNTED), false));
        add(work, WaitingKind.FEEDBACK, ofActions(caller, actions.feedbacks(partners, COUNTED), true));
        Scope handlers = caller.scopeFor(IllegalCase.HANDLE);
        add(
                work,
                WaitingKind.CASE_ANSWER,
                ofCases(showCases.named(cases.waiting(handlers, CaseStatus.TRANSFERRED, COUNTED))));
        add(
                work,
                WaitingKind.CASE_HANDLING,
                ofCases(showCases.named(cases.waiting(handlers, CaseStatus.ACCEPTED, COUNTED))));
        return work;
    }

    private void add(List<WaitingWork> work, WaitingKind kind, List<WaitingItem> items) {
        if (items.isEmpty()) {
            return;
        }
        Instant now = terms.now();
        int breached = (int) items.stream()
                .filter(item -> item.nearAt() != null
                        && item.dueAt() != null
                        && ClockState.at(now, item.nearAt(), item.dueAt()) == ClockState.BREACHED)
                .count();
        work.add(new WaitingWork(
                kind, items.size(), breached, items.stream().limit(SHOWN).toList()));
    }

    private List<WaitingItem> ofActions(Caller caller, List<JointActionQueries.Waiting> waiting, boolean clocked) {
        List<UUID> ids = waiting.stream()
                .map(JointActionQueries.Waiting::actionId)
                .distinct()
                .toList();
        Map<UUID, ShowJointActions.Row> rows = ids.isEmpty()
                ? Map.of()
                : showActions.named(actions.byIds(caller.scopeFor(JointAction.VIEW), ids)).stream()
                        .collect(Collectors.toMap(ShowJointActions.Row::id, Function.identity()));
        List<WaitingItem> items = new ArrayList<>();
        for (UUID id : ids) {
            ShowJointActions.Row row = rows.get(id);
            if (row == null) {
                continue;
            }
            LocalDate due = clocked
                    ? waiting.stream()
                            .filter(one -> one.actionId().equals(id))
                            .map(JointActionQueries.Waiting::dueOn)
                            .findFirst()
                            .orElse(null)
                    : null;
            EnforcementTerms.Term term = due == null ? null : terms.feedback(due);
            items.add(new WaitingItem(
                    id,
                    row.title(),
                    row.unitName(),
                    term == null ? null : term.nearAt(),
                    term == null ? null : term.dueAt()));
        }
        return items;
    }

    private static List<WaitingItem> ofCases(List<ShowCases.Row> rows) {
        return rows.stream()
                .map(row -> new WaitingItem(
                        row.id(),
                        row.number() + " " + row.act(),
                        row.unitName(),
                        row.answer() == null ? null : row.answer().nearAt(),
                        row.answer() == null ? null : row.answer().dueAt()))
                .toList();
    }
}
