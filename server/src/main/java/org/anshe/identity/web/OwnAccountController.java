package org.anshe.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.anshe.identity.EmailAddress;
import org.anshe.identity.internal.ChangeOwnEmail;
import org.anshe.identity.internal.ChangeOwnPassword;
import org.anshe.identity.internal.ChooseLocale;
import org.anshe.identity.internal.EndSessions;
import org.anshe.identity.internal.LoginSessions;
import org.anshe.identity.internal.LoginSessions.LoginSession;
import org.anshe.identity.internal.SecondFactor;
import org.anshe.shared.Caller;
import org.anshe.shared.OpenTo;
import org.anshe.shared.OpenTo.Audience;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person does with the own account. */
@RestController
@Tag(name = "Own account")
class OwnAccountController {

    private final ChangeOwnPassword changePassword;
    private final SecondFactor secondFactor;
    private final ChooseLocale chooseLocale;
    private final ChangeOwnEmail changeEmail;
    private final LoginSessions sessions;
    private final EndSessions endSessions;

    OwnAccountController(
            ChangeOwnPassword changePassword,
            SecondFactor secondFactor,
            ChooseLocale chooseLocale,
            ChangeOwnEmail changeEmail,
            LoginSessions sessions,
            EndSessions endSessions) {
        this.changePassword = changePassword;
        this.secondFactor = secondFactor;
        this.chooseLocale = chooseLocale;
        this.changeEmail = changeEmail;
        this.sessions = sessions;
        this.endSessions = endSessions;
    }

    record PasswordChange(
            @NotBlank @Size(max = 128) String current,
            @NotBlank @Size(max = 128) String next) {}

    record Code(@NotBlank @Size(max = 10) String code) {}

    record Password(@NotBlank @Size(max = 128) String password) {}

    record LocaleChoice(
            @NotNull @Pattern(regexp = "zh-CN|zh-Hant|en") String locale) {}

    /** Null takes the address away. */
    record EmailChoice(
            @Nullable @Size(max = 254) @Pattern(regexp = EmailAddress.FORM) String email) {}

    @PostMapping("/api/account/password")
    @OpenTo(Audience.LOGGED_IN_EVEN_IF_DUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change the own password; all other sessions end")
    void changePassword(Caller caller, @Valid @RequestBody PasswordChange change, HttpServletRequest request) {
        changePassword.change(caller, change.current(), change.next(), sessionId(request));
    }

    @PostMapping("/api/account/second-factor")
    @OpenTo(Audience.LOGGED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a secret for one-time codes; it counts once it is confirmed")
    SecondFactor.Enrolment enrol(Caller caller) {
        return secondFactor.enrol(caller);
    }

    @PostMapping("/api/account/second-factor/confirmation")
    @OpenTo(Audience.LOGGED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Switch the second factor on with a code from the device")
    void confirm(Caller caller, @Valid @RequestBody Code code) {
        secondFactor.confirm(caller, code.code());
    }

    @PostMapping("/api/account/second-factor/removal")
    @OpenTo(Audience.LOGGED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Switch the second factor off with the password")
    void remove(Caller caller, @Valid @RequestBody Password password) {
        secondFactor.remove(caller, password.password());
    }

    @PutMapping("/api/account/locale")
    @OpenTo(Audience.LOGGED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Choose the language of the interface")
    void chooseLocale(Caller caller, @Valid @RequestBody LocaleChoice choice) {
        chooseLocale.choose(caller, choice.locale());
    }

    @PutMapping("/api/account/email")
    @OpenTo(Audience.LOGGED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say at which e-mail address to be reached")
    void changeEmail(Caller caller, @Valid @RequestBody EmailChoice choice) {
        changeEmail.change(caller, choice.email());
    }

    @GetMapping("/api/account/sessions")
    @OpenTo(Audience.LOGGED_IN)
    @Operation(summary = "The own sessions, most recently used first")
    List<LoginSession> sessions(Caller caller, HttpServletRequest request) {
        return sessions.list(caller.person(), sessionId(request));
    }

    @DeleteMapping("/api/account/sessions/{session}")
    @OpenTo(Audience.LOGGED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End one of the own sessions")
    void endSession(Caller caller, @PathVariable String session) {
        endSessions.end(caller, caller.person(), session);
    }

    private static String sessionId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : session.getId();
    }
}
