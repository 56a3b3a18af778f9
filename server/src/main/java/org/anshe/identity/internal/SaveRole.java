package org.anshe.identity.internal;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.IdentityProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Defines what a role permits. Roles hold for every area, so only who manages roles everywhere may do this. */
@Service
public class SaveRole {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final RoleQueries queries;
    private final RoleRepository roles;
    private final LastAdministrator lastAdministrator;
    private final AuditTrail audit;

    SaveRole(RoleQueries queries, RoleRepository roles, LastAdministrator lastAdministrator, AuditTrail audit) {
        this.queries = queries;
        this.roles = roles;
        this.lastAdministrator = lastAdministrator;
        this.audit = audit;
    }

    /**
     * A role as it is to be.
     *
     * @param version the version that was read; null for a new role
     */
    public record Wanted(
            UUID id,
            String code,
            Map<String, String> names,
            Set<String> permissions,
            @Nullable Integer version) {}

    @Transactional
    public RoleQueries.Role save(Caller caller, Wanted wanted) {
        Delegation.requireDecidesOverRoles(caller);
        if (!roles.knownPermissions().containsAll(wanted.permissions())) {
            Set<String> unknown = new TreeSet<>(wanted.permissions());
            unknown.removeAll(roles.knownPermissions());
            throw new ProblemException(IdentityProblem.NO_SUCH_PERMISSION, "permissions", unknown);
        }
        Optional<RoleQueries.Role> before = queries.find(wanted.id());
        if (wanted.version() == null) {
            before.ifPresentOrElse(there -> {}, () -> create(caller, wanted));
        } else {
            change(caller, before.orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND)), wanted);
        }
        return queries.find(wanted.id()).orElseThrow();
    }

    private void create(Caller caller, Wanted wanted) {
        if (!CODE.matcher(wanted.code()).matches()) {
            throw new ProblemException(IdentityProblem.BAD_ROLE_CODE);
        }
        roles.add(wanted.id(), wanted.code(), wanted.names());
        roles.replacePermissions(wanted.id(), wanted.permissions());
        audit.record(
                caller,
                "role.create",
                Subject.of("role", wanted.code()),
                null,
                Map.of("permissions", new TreeSet<>(wanted.permissions())));
    }

    private void change(Caller caller, RoleQueries.Role before, Wanted wanted) {
        int version = Objects.requireNonNull(wanted.version());
        lastAdministrator.keepDuring(() -> {
            if (!roles.change(wanted.id(), version, wanted.names())) {
                throw new ProblemException(SharedProblem.CONFLICT);
            }
            roles.replacePermissions(wanted.id(), wanted.permissions());
        });
        Set<String> added = new TreeSet<>(wanted.permissions());
        added.removeAll(before.permissions());
        Set<String> removed = new TreeSet<>(before.permissions());
        removed.removeAll(wanted.permissions());
        audit.record(
                caller,
                "role.change",
                Subject.of("role", before.code()),
                null,
                Map.of("added", added, "removed", removed, "names", wanted.names()));
    }
}
