package org.anshe.inspection.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.attachment.Attachments;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts one check, its checklist, its answers and its files together. */
@Service
public class ViewCheck {

    private final CheckQueries checks;
    private final CheckRepository repository;
    private final ChecklistQueries checklists;
    private final Attachments attachments;

    ViewCheck(CheckQueries checks, CheckRepository repository, ChecklistQueries checklists, Attachments attachments) {
        this.checks = checks;
        this.repository = repository;
        this.checklists = checklists;
        this.attachments = attachments;
    }

    /**
     * One check.
     *
     * @param correctedBy the check that took its place, null when none did
     * @param noLongerFailed hazards of the corrected check whose items do not fail any more; they are handled in the
     *     closed loop, not here
     * @param mine whether the caller made it
     */
    public record CheckView(
            CheckQueries.CheckRow check,
            List<ChecklistContent.ItemGroup> groups,
            List<CheckQueries.GivenAnswer> answers,
            List<Attachments.Linked> files,
            @Nullable UUID correctedBy,
            List<OpenedHazard> noLongerFailed,
            boolean mine) {}

    /** A hazard that an item opened. */
    public record OpenedHazard(String itemCode, UUID hazardId, String hazardNumber) {}

    @Transactional(readOnly = true)
    public CheckView view(Caller caller, UUID id) {
        CheckQueries.CheckRow row = checks.find(caller.with("inspection.view"), id)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        List<CheckQueries.GivenAnswer> answers = checks.answers(id);
        UUID root = repository.find(id).map(Check::rootId).orElse(id);
        return new CheckView(
                row,
                checklists.groups(row.checklistVersionId()),
                answers,
                attachments.of(SubmitCheck.OWNER, root),
                checks.correctedBy(id).orElse(null),
                row.corrects() == null ? List.of() : noLongerFailed(row.corrects(), answers),
                row.inspectorId().equals(caller.personId()));
    }

    private List<OpenedHazard> noLongerFailed(UUID corrected, List<CheckQueries.GivenAnswer> answers) {
        Set<String> failing = answers.stream()
                .map(CheckQueries.GivenAnswer::answer)
                .filter(Answer::failed)
                .map(Answer::itemCode)
                .collect(Collectors.toCollection(HashSet::new));
        return repository.hazards(corrected).entrySet().stream()
                .filter(entry -> !failing.contains(entry.getKey()))
                .map(entry -> new OpenedHazard(
                        entry.getKey(), entry.getValue().id(), entry.getValue().number()))
                .toList();
    }
}
