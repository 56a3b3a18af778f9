package org.anshe.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anshe.identity.People;
import org.anshe.identity.People.Person;
import org.anshe.notification.internal.DeliveryQueries;
import org.anshe.notification.internal.DeliveryState;
import org.anshe.notification.internal.NoticeWords;
import org.anshe.notification.internal.ReplayDelivery;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.RequiresPermission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What went out, waits or failed, for those who run the server. */
@RestController
@Tag(name = "Notification channels")
class DeliveryController {

    private final DeliveryQueries deliveries;
    private final ReplayDelivery replay;
    private final People people;
    private final NoticeWords words;

    DeliveryController(DeliveryQueries deliveries, ReplayDelivery replay, People people, NoticeWords words) {
        this.deliveries = deliveries;
        this.replay = replay;
        this.people = people;
        this.words = words;
    }

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

    @GetMapping("/api/notification-deliveries")
    @RequiresPermission(TargetController.CONFIGURE)
    @Operation(summary = "Messages that went out, wait, or failed, newest first")
    Page<DeliveryRow> list(
            Caller caller,
            PageRequest page,
            @RequestParam(required = false) @Nullable DeliveryState state,
            Locale language) {
        TargetController.requireEverything(caller);
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
    @RequiresPermission(TargetController.CONFIGURE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Send again what failed or is uncertain")
    void replay(Caller caller, @PathVariable UUID delivery) {
        TargetController.requireEverything(caller);
        replay.replay(caller, delivery);
    }

    @PostMapping("/api/notification-deliveries/replay")
    @RequiresPermission(TargetController.CONFIGURE)
    @Operation(summary = "Send again all that failed")
    ReplayedDeliveries replayFailed(Caller caller) {
        TargetController.requireEverything(caller);
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
}
