package org.anshe.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.identity.People;
import org.anshe.identity.People.Person;
import org.anshe.notification.internal.DeliveryQueries;
import org.anshe.notification.internal.DeliveryState;
import org.anshe.notification.internal.KeepTargets;
import org.anshe.notification.internal.NoticeWords;
import org.anshe.notification.internal.ReplayDelivery;
import org.anshe.notification.internal.Target;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
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

/** Channels and what went out by them, for those who run the server. */
@RestController
@Tag(name = "Notification channels")
class DeliveryController {

    static final String CONFIGURE = "notification.configure";

    private final KeepTargets targets;
    private final DeliveryQueries deliveries;
    private final ReplayDelivery replay;
    private final People people;
    private final NoticeWords words;

    DeliveryController(
            KeepTargets targets, DeliveryQueries deliveries, ReplayDelivery replay, People people, NoticeWords words) {
        this.targets = targets;
        this.deliveries = deliveries;
        this.replay = replay;
        this.people = people;
        this.words = words;
    }

    /** {@code secret} goes in and never comes out; null keeps the one there is. */
    record TargetDetails(
            @NotNull Integer version,
            @NotBlank @Size(max = 60) String name,
            @NotNull Target.Audience audience,
            @NotBlank @Size(max = 1000) String url,
            @NotNull @Size(max = 200) List<@NotBlank String> kinds,
            @Nullable AreaKey areaKey,
            @NotBlank @Size(max = 4000) String template,
            @NotNull @Min(1) @Max(6000) Integer perMinute,
            @NotNull Boolean dropsRepeats,
            @NotNull Boolean enabled,
            @Nullable @Size(max = 200) String secret) {

        Target target(UUID id) {
            return new Target(
                    id,
                    version,
                    name.strip(),
                    audience,
                    url.strip(),
                    kinds,
                    areaKey,
                    template,
                    perMinute,
                    dropsRepeats,
                    enabled);
        }
    }

    record NewTarget(
            @NotNull UUID id, @NotNull @Valid TargetDetails details) {}

    /** One message; {@code targetName} null for e-mail, {@code personName} for a group, {@code kindName} for a digest. */
    record DeliveryRow(
            UUID id,
            @Nullable String targetName,
            @Nullable String personName,
            @Nullable String kindName,
            DeliveryState state,
            int attempts,
            Instant createdAt,
            Instant dueAt,
            @Nullable Instant sentAt,
            @Nullable String error) {}

    /** How many messages wait again. */
    record ReplayedDeliveries(int count) {}

    @GetMapping("/api/notification-targets")
    @RequiresPermission(CONFIGURE)
    @Operation(summary = "The systems that are told by HTTP, without their secrets")
    List<Target> targets(Caller caller) {
        requireEverything(caller);
        return targets.list(caller);
    }

    @PostMapping("/api/notification-targets")
    @RequiresPermission(CONFIGURE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set up a system to be told by HTTP")
    Target create(Caller caller, @Valid @RequestBody NewTarget wanted) {
        requireEverything(caller);
        return targets.create(
                caller, wanted.details().target(wanted.id()), wanted.details().secret());
    }

    @PutMapping("/api/notification-targets/{target}")
    @RequiresPermission(CONFIGURE)
    @Operation(summary = "Change a system that is told by HTTP; refused with 409 when somebody changed it meanwhile")
    Target change(Caller caller, @PathVariable UUID target, @Valid @RequestBody TargetDetails wanted) {
        requireEverything(caller);
        return targets.change(caller, wanted.target(target), wanted.secret());
    }

    @GetMapping("/api/notification-deliveries")
    @RequiresPermission(CONFIGURE)
    @Operation(summary = "Messages that went out, wait, or failed, newest first")
    Page<DeliveryRow> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable DeliveryState state,
            Locale language) {
        requireEverything(caller);
        Page<DeliveryQueries.Delivery> found = deliveries.list(state, page);
        Map<UUID, Person> names = people.byIds(found.items().stream()
                .map(DeliveryQueries.Delivery::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        String tag = LocalText.languageOf(language);
        return found.map(row -> row(row, names, tag));
    }

    @PostMapping("/api/notification-deliveries/{delivery}/replay")
    @RequiresPermission(CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Send again what failed or is uncertain")
    void replay(Caller caller, @PathVariable UUID delivery) {
        requireEverything(caller);
        replay.replay(caller, delivery);
    }

    @PostMapping("/api/notification-deliveries/replay")
    @RequiresPermission(CONFIGURE)
    @Operation(summary = "Send again all that failed")
    ReplayedDeliveries replayFailed(Caller caller) {
        requireEverything(caller);
        return new ReplayedDeliveries(replay.replayFailed(caller));
    }

    private DeliveryRow row(DeliveryQueries.Delivery row, Map<UUID, Person> names, String language) {
        Person person = row.person() == null ? null : names.get(row.person());
        return new DeliveryRow(
                row.id(),
                row.targetName(),
                person == null ? null : person.name(),
                row.kind() == null ? null : words.name(row.kind(), language),
                row.state(),
                row.attempts(),
                row.createdAt(),
                row.dueAt(),
                row.sentAt(),
                row.error());
    }

    /** Channels serve all areas. */
    private static void requireEverything(Caller caller) {
        if (!caller.scope().isEverything()) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", CONFIGURE);
        }
    }
}
