package org.anshe.hazard.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.hazard.internal.WarningQueries.Counted;
import org.anshe.hazard.internal.WarningRepository.Warning;
import org.anshe.organisation.Units;
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

/** Early warnings with names, their hazards, and what the caller may do with them. */
@Service
public class ListWarnings {

    private final WarningQueries warnings;
    private final Units units;
    private final Areas areas;

    ListWarnings(WarningQueries warnings, Units units, Areas areas) {
        this.warnings = warnings;
        this.units = units;
        this.areas = areas;
    }

    /** One in the list. */
    public record Row(
            Warning warning,
            @Nullable String unit,
            @Nullable String area) {}

    /** One with the hazards it counted and the steps the caller may take: warn, dismiss, answer, lift. */
    public record View(Row row, List<Counted> hazards, List<String> offers) {}

    @Transactional(readOnly = true)
    public Page<Row> list(
            Caller caller, Set<WarningState> states, @Nullable AreaKey area, @Nullable UUID unit, PageRequest page) {
        Page<Warning> found = warnings.list(caller.scopeFor(ActOnWarning.VIEW), states, area, unit, page);
        return new Page<>(named(found.items()), found.next(), null);
    }

    @Transactional(readOnly = true)
    public View show(Caller caller, UUID id) {
        Warning warning = warnings.find(caller.scopeFor(ActOnWarning.VIEW), id)
                .orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        return new View(named(List.of(warning)).getFirst(), warnings.hazards(id), offers(caller, warning));
    }

    List<Row> named(List<Warning> all) {
        Map<UUID, Units.Unit> names =
                units.byIds(all.stream().map(Warning::unitId).distinct().toList());
        Map<AreaKey, String> places =
                areas.names(all.stream().map(Warning::area).distinct().toList());
        return all.stream()
                .map(one -> {
                    Units.Unit unit = names.get(one.unitId());
                    return new Row(one, unit == null ? null : unit.name(), places.get(one.area()));
                })
                .toList();
    }

    private static List<String> offers(Caller caller, Warning warning) {
        List<String> offers = new ArrayList<>();
        boolean warns = caller.may(ActOnWarning.WARN, warning.area(), warning.unitId());
        boolean answers = caller.may(ActOnWarning.ANSWER, warning.area(), warning.unitId());
        switch (warning.state()) {
            case PROPOSED -> {
                if (warns) {
                    offers.addAll(List.of("warn", "dismiss"));
                }
            }
            case WARNED -> {
                if (answers) {
                    offers.add("answer");
                }
            }
            case ANSWERED -> {
                if (answers) {
                    offers.add("answer");
                }
                if (warns
                        && (warning.answered() == null
                                || !caller.isPerson(warning.answered().by()))) {
                    offers.add("lift");
                }
            }
            case LIFTED, DISMISSED -> {}
        }
        return offers;
    }
}
