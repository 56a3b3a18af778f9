package org.anshe.notification.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.audit.AuditTrail.Subject;
import org.anshe.notification.NotificationProblem;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Sets up the systems that are told by HTTP. The secret goes in and never comes out again. */
@Service
public class KeepTargets {

    private static final int SHORTEST_SECRET = 16;

    private final TargetRepository targets;
    private final AddressGuard guard;
    private final NoticeWords words;
    private final JsonMapper json;
    private final AuditTrail audit;

    KeepTargets(TargetRepository targets, AddressGuard guard, NoticeWords words, JsonMapper json, AuditTrail audit) {
        this.targets = targets;
        this.guard = guard;
        this.words = words;
        this.json = json;
        this.audit = audit;
    }

    public List<Target> list(Caller caller) {
        return targets.list();
    }

    /** Idempotent on the id. */
    @Transactional
    public Target create(Caller caller, Target wanted, @Nullable String secret) {
        check(wanted);
        if (secret == null || secret.length() < SHORTEST_SECRET) {
            throw new ProblemException(NotificationProblem.SECRET_REQUIRED, "shortest", SHORTEST_SECRET);
        }
        if (targets.add(wanted, secret.getBytes(StandardCharsets.UTF_8))) {
            audit.record(caller, "notification-target.create", subject(wanted.id()), null, facts(wanted));
            forgetAfterwards();
        }
        return get(wanted.id());
    }

    /** @param secret null keeps the one there is */
    @Transactional
    public Target change(Caller caller, Target wanted, @Nullable String secret) {
        get(wanted.id());
        check(wanted);
        if (secret != null && secret.length() < SHORTEST_SECRET) {
            throw new ProblemException(NotificationProblem.SECRET_REQUIRED, "shortest", SHORTEST_SECRET);
        }
        if (!targets.change(wanted, secret == null ? null : secret.getBytes(StandardCharsets.UTF_8))) {
            throw new ProblemException(SharedProblem.CONFLICT);
        }
        audit.record(caller, "notification-target.change", subject(wanted.id()), null, facts(wanted));
        forgetAfterwards();
        return get(wanted.id());
    }

    private Target get(UUID id) {
        return targets.find(id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
    }

    private void check(Target target) {
        guard.check(target.url());
        MessageTemplate.parse(json, target.template());
        target.kinds().forEach(kind -> {
            if (!words.isKnown(kind)) {
                throw new ProblemException(NotificationProblem.UNKNOWN_KIND, "kind", kind);
            }
        });
    }

    /** The address may hold a key of its own (chat robots do that), so the trail names its host alone. */
    private static Map<String, Object> facts(Target target) {
        return Map.of(
                "name",
                target.name(),
                "host",
                String.valueOf(java.net.URI.create(target.url()).getHost()),
                "enabled",
                target.enabled());
    }

    private static Subject subject(UUID id) {
        return Subject.of("notification-target", id);
    }

    private void forgetAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                targets.forget();
            }
        });
    }
}
