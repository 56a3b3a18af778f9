package org.anshe.inspection.internal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anshe.hazard.HazardGrade;
import org.anshe.inspection.InspectionProblem;
import org.anshe.shared.LocalText;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What one version of a checklist says.
 *
 * @param hazardDomain domain a failed item opens its hazard in
 * @param objectTypes registers whose objects it can be used on
 */
public record ChecklistContent(
        @NotNull @Valid LocalText name,
        @NotBlank String hazardDomain,
        @NotEmpty List<String> objectTypes,
        @NotNull String source,
        @NotNull String gradeNote,
        @NotEmpty @Valid List<ItemGroup> groups) {

    private static final String CODE = "[a-z]+(-[a-z0-9]+)*";

    public ChecklistContent {
        objectTypes = List.copyOf(objectTypes);
        groups = List.copyOf(groups);
    }

    /** A heading with its items in walking order. */
    public record ItemGroup(
            @NotBlank @Pattern(regexp = CODE) @Size(max = 40) String code,

            @NotNull @Valid LocalText name,
            @NotEmpty @Valid List<CheckItem> items) {

        public ItemGroup {
            items = List.copyOf(items);
        }
    }

    /**
     * One thing to look at.
     *
     * @param code stable over versions
     * @param basis law or standard, null where none is named
     * @param photoOnFail whether a failed item needs a photograph
     */
    public record CheckItem(
            @NotBlank @Pattern(regexp = "[a-z]+(-[a-z0-9]+)+") @Size(max = 60) String code,

            @NotNull @Valid LocalText text,
            @NotNull @Valid LocalText how,
            @Nullable @Size(max = 200) String basis,
            @NotNull HazardGrade defaultGrade,
            boolean onSiteFixable,
            boolean photoOnFail,
            @Nullable LegalNumber legalNumber) {}

    /** A number set by law or plan: the item passes when the measured value stands in this relation to it. */
    public record LegalNumber(String op, BigDecimal value, String unit) {}

    List<CheckItem> items() {
        return groups.stream().flatMap(group -> group.items().stream()).toList();
    }

    /** The same code for two items or two headings would mix up answers. */
    void requireUniqueCodes() {
        Set<String> seen = new HashSet<>();
        for (ItemGroup group : groups) {
            if (!seen.add("group " + group.code())) {
                throw twice(group.code());
            }
            for (CheckItem item : group.items()) {
                if (!seen.add(item.code())) {
                    throw twice(item.code());
                }
            }
        }
    }

    private static ProblemException twice(String code) {
        return new ProblemException(InspectionProblem.BAD_CHECKLIST, Map.of("reason", "code-twice", "code", code));
    }
}
