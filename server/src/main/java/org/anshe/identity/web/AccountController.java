package org.anshe.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.anshe.identity.EmailAddress;
import org.anshe.identity.internal.AccountQueries;
import org.anshe.identity.internal.ChangeAccountState;
import org.anshe.identity.internal.ChangePerson;
import org.anshe.identity.internal.CreateAccount;
import org.anshe.identity.internal.ResetPassword;
import org.anshe.identity.internal.ResetSecondFactor;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People and their logins, for administrators of their areas. */
@RestController
@Tag(name = "Accounts")
class AccountController {

    private final AccountQueries accounts;
    private final AccountViews views;
    private final CreateAccount create;
    private final ChangePerson change;
    private final ChangeAccountState changeState;
    private final ResetPassword resetPassword;
    private final ResetSecondFactor resetSecondFactor;

    AccountController(
            AccountQueries accounts,
            AccountViews views,
            CreateAccount create,
            ChangePerson change,
            ChangeAccountState changeState,
            ResetPassword resetPassword,
            ResetSecondFactor resetSecondFactor) {
        this.accounts = accounts;
        this.views = views;
        this.create = create;
        this.change = change;
        this.changeState = changeState;
        this.resetPassword = resetPassword;
        this.resetSecondFactor = resetSecondFactor;
    }

    record NewAccount(
            @NotNull UUID id,
            @NotBlank @Size(max = 60) String name,
            @Nullable UUID unitId,
            @Nullable AreaKey areaKey,
            @Nullable @Pattern(regexp = "[0-9+() -]{5,20}") String phone,

            @Nullable @Size(max = 254) @Pattern(regexp = EmailAddress.FORM) String email,

            @Nullable @Size(max = 40) String login) {}

    record PersonDetails(
            @NotNull Integer version,
            @NotBlank @Size(max = 60) String name,
            @Nullable UUID unitId,
            @Nullable AreaKey areaKey,
            @Nullable @Pattern(regexp = "[0-9+() -]{5,20}") String phone,

            @Nullable @Size(max = 254) @Pattern(regexp = EmailAddress.FORM) String email) {}

    /** {@code initialPassword} is told only in this answer; null without a login and when the request is a repeat. */
    record Created(UUID id, @Nullable String initialPassword) {}

    record NewPassword(String initialPassword) {}

    record StateChange(
            @NotNull ChangeAccountState.Step step,
            @NotBlank @Size(max = 500) String reason) {}

    /** One person with all roles, also those that ended. */
    record AccountDetail(AccountViews.AccountRow account, List<AccountViews.AssignmentRow> assignments) {}

    @GetMapping("/api/accounts")
    @RequiresPermission("person.manage")
    @Operation(summary = "People of the caller's areas with logins, roles and state")
    Page<AccountViews.AccountRow> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) AccountQueries.@Nullable State state,
            @RequestParam(required = false) @Nullable String role) {
        return views.rows(accounts.list(caller.scope(), new AccountQueries.Filter(q, unitId, state, role), page));
    }

    @GetMapping("/api/accounts/{person}")
    @RequiresPermission("person.manage")
    @Operation(summary = "One person with all roles")
    AccountDetail get(Caller caller, @PathVariable UUID person) {
        AccountQueries.Row row =
                accounts.find(caller.scope(), person).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        return new AccountDetail(views.row(row), views.assignments(accounts.assignments(person)));
    }

    @PostMapping("/api/accounts")
    @RequiresPermission("person.manage")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a person; the initial password is in this answer only")
    Created create(Caller caller, @Valid @RequestBody NewAccount wanted) {
        String password = create.create(
                        caller,
                        new CreateAccount.NewAccount(
                                wanted.id(),
                                wanted.name(),
                                wanted.unitId(),
                                wanted.areaKey(),
                                wanted.phone(),
                                wanted.email(),
                                wanted.login()))
                .orElse(null);
        return new Created(wanted.id(), password);
    }

    @PutMapping("/api/accounts/{person}")
    @RequiresPermission("person.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary =
                    "Correct name, phone and e-mail address, or move the person; refused with 409 when somebody changed it meanwhile")
    void change(Caller caller, @PathVariable UUID person, @Valid @RequestBody PersonDetails details) {
        change.change(
                caller,
                person,
                new ChangePerson.Details(
                        details.version(),
                        details.name(),
                        details.phone(),
                        details.email(),
                        details.unitId(),
                        details.areaKey()));
    }

    @PostMapping("/api/accounts/{person}/state")
    @RequiresPermission("person.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Disable or enable the login, or retire the person; sessions end")
    void changeState(Caller caller, @PathVariable UUID person, @Valid @RequestBody StateChange wanted) {
        changeState.change(caller, person, wanted.step(), wanted.reason());
    }

    @PostMapping("/api/accounts/{person}/password-reset")
    @RequiresPermission("person.manage")
    @Operation(summary = "Make a new initial password, told in this answer only; sessions end")
    NewPassword resetPassword(Caller caller, @PathVariable UUID person) {
        return new NewPassword(resetPassword.reset(caller, person));
    }

    @PostMapping("/api/accounts/{person}/second-factor-reset")
    @RequiresPermission("person.manage")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Switch off the second factor of a person whose device is lost")
    void resetSecondFactor(Caller caller, @PathVariable UUID person) {
        resetSecondFactor.reset(caller, person);
    }
}
