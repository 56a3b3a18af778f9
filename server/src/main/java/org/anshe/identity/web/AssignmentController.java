package org.anshe.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.identity.internal.AccountQueries;
import org.anshe.identity.internal.AssignRole;
import org.anshe.identity.internal.EndAssignment;
import org.anshe.identity.internal.EndSessions;
import org.anshe.identity.internal.LoginSessions;
import org.anshe.identity.internal.LoginSessions.LoginSession;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles and sessions of the people an administrator looks after. */
@RestController
@Tag(name = "Accounts")
class AssignmentController {

    private final AccountQueries accounts;
    private final AssignRole assign;
    private final EndAssignment end;
    private final LoginSessions sessions;
    private final EndSessions endSessions;

    AssignmentController(
            AccountQueries accounts,
            AssignRole assign,
            EndAssignment end,
            LoginSessions sessions,
            EndSessions endSessions) {
        this.accounts = accounts;
        this.assign = assign;
        this.end = end;
        this.sessions = sessions;
        this.endSessions = endSessions;
    }

    /** A role for an area with all below it, for everything, or for a unit; unit and area together narrow each other. */
    record NewAssignment(
            @NotNull UUID id,
            @NotBlank String role,
            @Nullable AreaKey areaKey,
            @Nullable Boolean everywhere,
            @Nullable UUID unitId) {

        @Nullable AreaRange range() {
            if (Boolean.TRUE.equals(everywhere)) {
                return AreaRange.EVERYWHERE;
            }
            return areaKey == null ? null : areaKey.range();
        }
    }

    @PostMapping("/api/accounts/{person}/assignments")
    @RequiresPermission("person.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a role; nothing beyond what the caller holds")
    void assign(Caller caller, @PathVariable UUID person, @Valid @RequestBody NewAssignment wanted) {
        if (wanted.range() == null && wanted.unitId() == null) {
            throw new ProblemException(
                    SharedProblem.INVALID, Map.of(), List.of(new FieldError("/areaKey", "required")));
        }
        assign.assign(
                caller,
                person,
                new AssignRole.NewAssignment(wanted.id(), wanted.role(), wanted.range(), wanted.unitId()));
    }

    @DeleteMapping("/api/accounts/{person}/assignments/{assignment}")
    @RequiresPermission("person.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End a role; it stays on record")
    void end(Caller caller, @PathVariable UUID person, @PathVariable UUID assignment) {
        end.end(caller, person, assignment);
    }

    @GetMapping("/api/accounts/{person}/sessions")
    @RequiresPermission("session.manage")
    @Operation(summary = "A person's sessions, most recently used first")
    List<LoginSession> sessions(Caller caller, @PathVariable UUID person) {
        if (accounts.find(caller.scope(), person).isEmpty()) {
            throw new ProblemException(SharedProblem.NOT_FOUND);
        }
        return sessions.list(person, "");
    }

    @DeleteMapping("/api/accounts/{person}/sessions")
    @RequiresPermission("session.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End all sessions of a person")
    void endSessions(Caller caller, @PathVariable UUID person) {
        endSessions.end(caller, person, null);
    }

    @DeleteMapping("/api/accounts/{person}/sessions/{session}")
    @RequiresPermission("session.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one session of a person")
    void endSession(Caller caller, @PathVariable UUID person, @PathVariable String session) {
        endSessions.end(caller, person, session);
    }
}
