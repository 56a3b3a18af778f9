package org.anshe.identity.internal;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.identity.IdentityProblem;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Registers a person with a login; the initial password is told once and must be changed at the first log-in. */
@Service
public class CreateAccount {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");

    private final ManagedAccounts managed;
    private final PersonRepository people;
    private final CredentialRepository credentials;
    private final PasswordEncoder passwords;
    private final AuditTrail audit;
    private final Clock clock;

    CreateAccount(
            ManagedAccounts managed,
            PersonRepository people,
            CredentialRepository credentials,
            PasswordEncoder passwords,
            AuditTrail audit,
            Clock clock) {
        this.managed = managed;
        this.people = people;
        this.credentials = credentials;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new person; without a login when {@code login} is null. */
    public record NewAccount(
            UUID id,
            String name,
            @Nullable UUID unitId,
            @Nullable AreaKey areaKey,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String login) {}

    /** The initial password; empty without a login, and when this person was made before. */
    @Transactional
    public Optional<String> create(Caller caller, NewAccount wanted) {
        AreaKey home = managed.homeWithin(caller, wanted.unitId(), wanted.areaKey());
        String login = wanted.login() == null || wanted.login().isBlank()
                ? null
                : wanted.login().strip().toLowerCase(Locale.ROOT);
        if (login != null && !LOGIN.matcher(login).matches()) {
            throw new ProblemException(IdentityProblem.BAD_LOGIN);
        }
        if (!people.add(wanted, home, clock.instant())) {
            managed.get(caller, wanted.id());
            return Optional.empty();
        }
        audit.record(
                caller,
                "person.create",
                Subject.of("person", wanted.id()),
                home,
                login == null ? Map.of("name", wanted.name()) : Map.of("name", wanted.name(), "login", login));
        if (login == null) {
            return Optional.empty();
        }
        String password = InitialPasswords.next();
        credentials.add(wanted.id(), login, passwords.encode(password), true, clock.instant());
        return Optional.of(password);
    }
}
