package org.anshe.identity.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.anshe.identity.FirstSetUp;
import org.anshe.identity.IdentityProblem;
import org.anshe.identity.People;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first account of a new installation, made with a token that is printed at the start and works once. */
@Service
public class SetUp implements FirstSetUp {

    private static final Caller SYSTEM = Caller.system("first set-up");

    private final SetUpRepository tokens;
    private final CredentialRepository credentials;
    private final People people;
    private final Clock clock;

    SetUp(SetUpRepository tokens, CredentialRepository credentials, People people, Clock clock) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.people = people;
        this.clock = clock;
    }

    public boolean required() {
        return !credentials.anyExists();
    }

    @Override
    @Transactional
    public Optional<String> openToken() {
        if (!required()) {
            return Optional.empty();
        }
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        tokens.replace(Sha256.hex(token), clock.instant());
        return Optional.of(token);
    }

    /** Makes the first account, a system administrator of everything, and returns the person. */
    @Transactional
    public UUID complete(String token, String login, String name, String password) {
        tokens.lock();
        if (!required()) {
            throw new ProblemException(IdentityProblem.SETUP_CLOSED);
        }
        String expected = tokens.findHash().orElse("");
        if (!MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), Sha256.hex(token).getBytes(StandardCharsets.US_ASCII))) {
            throw new ProblemException(IdentityProblem.BAD_SETUP_TOKEN);
        }
        String account = login.strip().toLowerCase(Locale.ROOT);
        PasswordPolicy.check(password, account);
        UUID person = Ids.next();
        people.register(SYSTEM, List.of(new People.NewPerson(person, name, null, null, account, password)));
        people.assign(SYSTEM, person, "system-administrator", AreaRange.EVERYWHERE, null);
        tokens.clear();
        return person;
    }
}
