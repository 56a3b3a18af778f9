package org.anshe.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.People;
import org.anshe.identity.ScopeAreas;
import org.anshe.identity.ScopeAreas.NamedArea;
import org.anshe.identity.internal.AccountQueries;
import org.anshe.identity.internal.AccountQueries.Account;
import org.anshe.identity.internal.LogIn;
import org.anshe.identity.internal.LoginRate;
import org.anshe.identity.internal.LoginSessions;
import org.anshe.identity.internal.SetUp;
import org.anshe.shared.Caller;
import org.anshe.shared.OpenTo;
import org.anshe.shared.OpenTo.Audience;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Scope;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out, and the set-up of a new installation. */
@RestController
class SessionController {

    private final LogIn logIn;
    private final LoginRate rate;
    private final SetUp setUp;
    private final AccountQueries accounts;
    private final ScopeAreas scopeAreas;
    private final People people;
    private final SecurityContextRepository contexts;

    SessionController(
            LogIn logIn,
            LoginRate rate,
            SetUp setUp,
            AccountQueries accounts,
            ScopeAreas scopeAreas,
            People people,
            SecurityContextRepository contexts) {
        this.logIn = logIn;
        this.rate = rate;
        this.setUp = setUp;
        this.accounts = accounts;
        this.scopeAreas = scopeAreas;
        this.people = people;
        this.contexts = contexts;
    }

    record Credentials(
            @NotBlank @Size(max = 40) String login,
            @NotBlank @Size(max = 128) String password,
            @Nullable String totp) {}

    record FirstAccount(
            @NotBlank String token,
            @NotBlank @Size(max = 40) String login,
            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 128) String password) {}

    /** Who is logged in and what that person may do; {@code areas} are where the person's tree of areas begins. */
    record Session(Account account, List<String> permissions, List<NamedArea> areas) {}

    record SetUpState(boolean required) {}

    /** Who is logged in; also told to those who must change their password first. */
    @GetMapping("/api/session")
    @OpenTo(Audience.LOGGED_IN_EVEN_IF_DUE)
    Session session(Caller caller) {
        return describe(caller);
    }

    @PostMapping("/api/session")
    @OpenTo(Audience.EVERYBODY)
    Session open(
            @Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        String address = request.getRemoteAddr();
        rate.take(address);
        UUID person;
        try {
            person = logIn.logIn(credentials.login(), credentials.password(), credentials.totp());
        } catch (ProblemException refusal) {
            if (refusal.type() == IdentityProblem.TOTP_REQUIRED) {
                rate.giveBack(address);
            }
            throw refusal;
        }
        rate.giveBack(address);
        return start(person, request, response);
    }

    @DeleteMapping("/api/session")
    @OpenTo(Audience.EVERYBODY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    @GetMapping("/api/setup")
    @OpenTo(Audience.EVERYBODY)
    SetUpState setUpState() {
        return new SetUpState(setUp.required());
    }

    @PostMapping("/api/setup")
    @OpenTo(Audience.EVERYBODY)
    @ResponseStatus(HttpStatus.CREATED)
    Session setUp(@Valid @RequestBody FirstAccount first, HttpServletRequest request, HttpServletResponse response) {
        UUID person = setUp.complete(first.token(), first.login(), first.name(), first.password());
        return start(person, request, response);
    }

    private Session start(UUID person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(person.toString(), null, List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        HttpSession session = request.getSession();
        session.setAttribute(LoginSessions.ADDRESS, request.getRemoteAddr());
        String agent = request.getHeader(HttpHeaders.USER_AGENT);
        if (agent != null) {
            session.setAttribute(LoginSessions.USER_AGENT, agent.substring(0, Math.min(agent.length(), 300)));
        }
        return describe(people.callerOf(person));
    }

    private Session describe(Caller caller) {
        Account account =
                accounts.find(caller.person()).orElseThrow(() -> new ProblemException(SharedProblem.NOT_LOGGED_IN));
        Scope all = new Scope(caller.scopes().values().stream()
                .flatMap(scope -> scope.grants().stream())
                .distinct()
                .toList());
        List<NamedArea> areas = scopeAreas.tops(all);
        return new Session(account, caller.permissions().stream().sorted().toList(), areas);
    }
}
