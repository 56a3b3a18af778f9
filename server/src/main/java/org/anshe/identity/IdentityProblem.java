package org.anshe.identity;

import org.anshe.shared.ProblemType;

/** Refusals of the identity module. */
public enum IdentityProblem implements ProblemType {
    BAD_CREDENTIALS("bad-credentials", 401, "Login, password or one-time code is wrong"),
    TOTP_REQUIRED("totp-required", 401, "This account needs a one-time code as well"),
    LOCKED("locked", 423, "Too many failed attempts; the account is locked for a while"),
    PASSWORD_CHANGE_DUE("password-change-due", 403, "The password must be changed first"),
    WEAK_PASSWORD("weak-password", 400, "The password is too weak"),
    SETUP_CLOSED("setup-closed", 409, "The first set-up is done"),
    BAD_SETUP_TOKEN("bad-setup-token", 403, "The set-up link is wrong or was replaced by a newer one"),
    LOGIN_TAKEN("login-taken", 409, "Somebody has this login already"),
    ROLE_CODE_TAKEN("role-code-taken", 409, "There is a role of this code already"),
    ALREADY_ASSIGNED("already-assigned", 409, "The person holds this role there already");

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
