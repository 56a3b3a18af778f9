package org.anshe.inspection.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.anshe.inspection.InspectionProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what has been filled so far, complete or not. */
@Service
public class SaveCheck {

    private final CheckRepository checks;
    private final ChecklistQueries checklists;
    private final OwnDraft drafts;

    SaveCheck(CheckRepository checks, ChecklistQueries checklists, OwnDraft drafts) {
        this.checks = checks;
        this.checklists = checklists;
        this.drafts = drafts;
    }

    /** Everything a draft says. */
    public record Draft(
            List<Answer> answers,
            @Nullable String place,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable String remark) {

        public Draft {
            answers = List.copyOf(answers);
        }
    }

    /**
     * Replaces what the draft says.
     *
     * @param revision the revision the editor began with
     * @return the new revision
     */
    @Transactional
    public int save(Caller caller, UUID id, int revision, Draft draft) {
        Check check = drafts.locked(caller, id);
        check.requireDraft();
        Set<String> items = checklists.groups(check.versionId()).stream()
                .flatMap(group -> group.items().stream())
                .map(ChecklistContent.CheckItem::code)
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (Answer answer : draft.answers()) {
            if (!items.contains(answer.itemCode()) || !seen.add(answer.itemCode())) {
                throw new ProblemException(InspectionProblem.UNKNOWN_ITEM, "item", answer.itemCode());
            }
        }
        if (!checks.save(check, revision, draft)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        return revision + 1;
    }
}
