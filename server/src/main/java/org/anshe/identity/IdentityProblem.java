package org.anshe.identity;

import org.anshe.shared.ProblemType;

/** Refusals of the identity module. */
public enum IdentityProblem implements ProblemType {
    BAD_CREDENTIALS("bad-credentials", 401, "Login or password is wrong"),
    TOTP_REQUIRED("totp-required", 401, "This account needs a one-time code as well"),
    CODE_REFUSED("code-refused", 401, "The one-time code is wrong or was used before"),
    LOCKED("locked", 423, "Too many failed attempts; the account is locked for a while"),
    PASSWORD_CHANGE_DUE("password-change-due", 403, "The password must be changed first"),
    WEAK_PASSWORD("weak-password", 400, "The password is too weak"),
    SETUP_CLOSED("setup-closed", 409, "The first set-up is done"),
    BAD_SETUP_TOKEN("bad-setup-token", 403, "The set-up link is wrong or was replaced by a newer one"),
    LOGIN_TAKEN("login-taken", 409, "Somebody has this login already"),
    ROLE_CODE_TAKEN("role-code-taken", 409, "There is a role of this code already"),
    ALREADY_ASSIGNED("already-assigned", 409, "The person holds this role there already"),
    WRONG_PASSWORD("wrong-password", 400, "The current password is wrong"),
    SAME_PASSWORD("same-password", 400, "The new password is the current one"),
    WRONG_CODE("wrong-code", 400, "The one-time code does not fit the secret"),
    SECOND_FACTOR_ON("second-factor-on", 409, "The second factor is on already"),
    SECOND_FACTOR_OFF("second-factor-off", 409, "There is no second factor to confirm or to switch off"),
    TOO_MANY_ATTEMPTS("too-many-attempts", 429, "Too many failed log-ins from this address"),
    NO_LOGIN("no-login", 409, "This person has no login"),
    BAD_LOGIN("bad-login", 400, "A login is 2 to 40 small letters, digits, dots, dashes or underlines"),
    RETIRED("retired", 409, "This person has left"),
    HAS_OPEN_WORK("has-open-work", 409, "This person still has work, which somebody must take over first"),
    OWN_ACCOUNT("own-account", 409, "Administrators do not do this to their own account"),
    LAST_ADMINISTRATOR("last-administrator", 409, "Nobody could administer accounts any more"),
    BEYOND_OWN_SCOPE("beyond-own-scope", 403, "The caller's own scope does not reach that far"),
    BEYOND_OWN_RIGHTS("beyond-own-rights", 403, "The caller does not hold what this role permits"),
    NO_SUCH_UNIT("no-such-unit", 400, "There is no such unit"),
    NO_SUCH_ROLE("no-such-role", 400, "There is no such role"),
    NO_SUCH_PERMISSION("no-such-permission", 400, "There is no such permission"),
    BAD_ROLE_CODE("bad-role-code", 400, "A role code is 2 to 40 small letters, digits or dashes");

    private final String slug;
    private final int status;
    private final String title;

    IdentityProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
