package org.anshe.organisation.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.organisation.CreditCode;
import org.anshe.organisation.OrganisationProblem;
import org.anshe.organisation.Units.Kind;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.organisation.Units.Unit;
import org.anshe.organisation.internal.UnitRepository.Details;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters a unit into the directory or changes what stands there about it. */
@Service
public class KeepUnit {

    private final UnitRepository units;
    private final UnitDirectory directory;
    private final ManagedUnits managed;
    private final Areas areas;
    private final AuditTrail audit;

    KeepUnit(UnitRepository units, UnitDirectory directory, ManagedUnits managed, Areas areas, AuditTrail audit) {
        this.units = units;
        this.directory = directory;
        this.managed = managed;
        this.areas = areas;
        this.audit = audit;
    }

    /** What people fill in about a unit. */
    public record Facts(
            String name,
            List<String> aliases,
            Kind kind,
            AreaKey area,
            @Nullable UUID parentId,
            @Nullable String creditCode,
            @Nullable String phone) {}

    /** Enters a unit; once more with the same id changes nothing. */
    @Transactional
    public void create(Caller caller, UUID id, Facts facts) {
        Optional<Unit> there = directory.find(id);
        if (there.isPresent()) {
            managed.requireSight(caller, there.get());
            return;
        }
        Details details = checked(caller, id, facts);
        units.add(List.of(new NewUnit(
                id, details.name(), facts.kind(), details.area(), details.parentId(), details.creditCode())));
        units.setPhone(id, details.phone());
        directory.name(id, details.name(), facts.aliases(), details.area());
        audit.record(caller, "unit.create", Subject.of("unit", id), details.area(), told(details));
    }

    /** Changes a unit; its kind stays. A unit somebody changed since it was read is refused. */
    @Transactional
    public void change(Caller caller, UUID id, Facts facts, int version) {
        managed.take(caller, id);
        Details details = checked(caller, id, facts);
        if (!units.update(id, details, version)) {
            throw new ProblemException(SharedProblem.CONFLICT, "unit", id);
        }
        directory.name(id, details.name(), facts.aliases(), details.area());
        audit.record(caller, "unit.change", Subject.of("unit", id), details.area(), told(details));
    }

    private Details checked(Caller caller, UUID id, Facts facts) {
        managed.requireChange(caller, facts.area(), id);
        areas.getActive(facts.area());
        if (facts.parentId() != null) {
            directory.getActive(facts.parentId());
            refuseCircle(id, facts.parentId());
        }
        String code = facts.creditCode() == null || facts.creditCode().isBlank()
                ? null
                : CreditCode.parse(facts.creditCode()).value();
        String phone = facts.phone() == null || facts.phone().isBlank()
                ? null
                : facts.phone().strip();
        return new Details(facts.name().strip(), facts.area(), facts.parentId(), code, phone);
    }

    private void refuseCircle(UUID id, UUID parent) {
        Set<UUID> seen = new HashSet<>();
        @Nullable UUID at = parent;
        while (at != null && seen.add(at)) {
            if (at.equals(id)) {
                throw new ProblemException(OrganisationProblem.PARENT_IS_BELOW);
            }
            at = directory.find(at).map(Unit::parentId).orElse(null);
        }
    }

    private static Map<String, Object> told(Details details) {
        Map<String, Object> facts = new HashMap<>(Map.of("name", details.name()));
        if (details.creditCode() != null) {
            facts.put("creditCode", details.creditCode());
        }
        if (details.parentId() != null) {
            facts.put("parent", details.parentId());
        }
        return facts;
    }
}
