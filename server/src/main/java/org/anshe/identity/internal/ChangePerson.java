package org.anshe.identity.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.internal.AccountQueries.Row;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrects a person's name and how the person is reached, or moves the person to another unit or area. */
@Service
public class ChangePerson {

    private final ManagedAccounts managed;
    private final PersonRepository people;
    private final AuditTrail audit;

    ChangePerson(ManagedAccounts managed, PersonRepository people, AuditTrail audit) {
        this.managed = managed;
        this.people = people;
        this.audit = audit;
    }

    /**
     * The person as it is to be.
     *
     * @param version of the person this was made from
     */
    public record Details(
            int version,
            String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable UUID unitId,
            @Nullable AreaKey areaKey) {}

    @Transactional
    public void change(Caller caller, UUID person, Details details) {
        Row before = managed.getTouchable(caller, person);
        boolean moves = !Objects.equals(before.unitId(), details.unitId())
                || !Objects.equals(before.areaKey(), details.areaKey());
        AreaKey home = moves ? managed.homeWithin(caller, details.unitId(), details.areaKey()) : before.areaKey();
        if (!people.change(person, details, home)) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("changed", changed(before, details, home));
        if (!before.name().equals(details.name().strip())) {
            facts.put("from", before.name());
            facts.put("to", details.name().strip());
        }
        if (moves) {
            facts.put("unit", String.valueOf(details.unitId()));
            facts.put("area", String.valueOf(home));
        }
        audit.record(caller, moves ? "person.move" : "person.change", Subject.of("person", person), home, facts);
    }

    private static List<String> changed(Row before, Details after, @Nullable AreaKey home) {
        List<String> changed = new ArrayList<>();
        if (!before.name().equals(after.name().strip())) {
            changed.add("name");
        }
        if (!Objects.equals(before.phone(), after.phone())) {
            changed.add("phone");
        }
        if (!Objects.equals(before.email(), after.email())) {
            changed.add("email");
        }
        if (!Objects.equals(before.unitId(), after.unitId())) {
            changed.add("unit");
        }
        if (!Objects.equals(before.areaKey(), home)) {
            changed.add("area");
        }
        return changed;
    }
}
