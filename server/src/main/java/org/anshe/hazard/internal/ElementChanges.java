package org.anshe.hazard.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.hazard.HazardProblem;
import org.anshe.hazard.internal.FiveElements.Funding;
import org.anshe.hazard.internal.FiveElements.Responsible;
import org.anshe.identity.People;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what somebody filled in into the five elements; what was left out stays as it was. */
@Component
public class ElementChanges {

    private final People people;

    ElementChanges(People people) {
        this.people = people;
    }

    /**
     * What was filled in; null means left out.
     *
     * @param responsibleId a person of the system; wins over {@code responsibleName}
     * @param fundingNeeded false says expressly that no money is needed
     */
    public record Change(
            @Nullable String measure,
            @Nullable UUID responsibleId,
            @Nullable String responsibleName,
            @Nullable Boolean fundingNeeded,
            @Nullable BigDecimal fundingAmount,
            @Nullable String fundingSource,
            @Nullable String contingency) {

        public static final Change NONE = new Change(null, null, null, null, null, null, null);
    }

    FiveElements apply(FiveElements old, @Nullable Change given) {
        Change change = given == null ? Change.NONE : given;
        return new FiveElements(
                text(change.measure(), old.measure()),
                responsible(change, old.responsible()),
                funding(change, old.funding()),
                old.dueAt(),
                text(change.contingency(), old.contingency()));
    }

    private static @Nullable String text(@Nullable String given, @Nullable String old) {
        return given == null || given.isBlank() ? old : given.strip();
    }

    private @Nullable Responsible responsible(Change change, @Nullable Responsible old) {
        UUID person = change.responsibleId();
        if (person != null) {
            return people.find(person)
                    .map(found -> new Responsible(found.id(), found.name()))
                    .orElseThrow(() -> new ProblemException(HazardProblem.UNKNOWN_PERSON));
        }
        String name = change.responsibleName();
        return name == null || name.isBlank() ? old : new Responsible(null, name.strip());
    }

    private static @Nullable Funding funding(Change change, @Nullable Funding old) {
        Boolean needed = change.fundingNeeded();
        BigDecimal amount = change.fundingAmount();
        if (needed == null && amount == null) {
            return old;
        }
        List<FieldError> errors = new ArrayList<>();
        if (Boolean.FALSE.equals(needed)) {
            if (amount != null) {
                errors.add(new FieldError("/fundingAmount", "unexpected"));
            }
        } else if (amount == null) {
            errors.add(new FieldError("/fundingAmount", "required"));
        } else if (amount.signum() <= 0 || amount.scale() > 2 || amount.precision() - amount.scale() > 12) {
            errors.add(new FieldError("/fundingAmount", "range"));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(SharedProblem.INVALID, Map.of(), errors);
        }
        return amount == null
                ? new Funding.NotNeeded()
                : new Funding.Needed(amount, text(change.fundingSource(), null));
    }
}
