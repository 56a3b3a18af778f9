package org.anshe.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anshe.notification.NotificationProblem;
import org.anshe.notification.internal.Channel;
import org.anshe.notification.internal.Channels;
import org.anshe.notification.internal.KeepPreferences;
import org.anshe.notification.internal.NoticeWords;
import org.anshe.notification.internal.Preferences;
import org.anshe.notification.internal.QuietHours;
import org.anshe.notification.internal.Rhythm;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.OpenTo;
import org.anshe.shared.OpenTo.Audience;
import org.anshe.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a person wants to be told outside the inbox. */
@RestController
@Tag(name = "Notifications")
class PreferenceController {

    private final KeepPreferences preferences;
    private final NoticeWords words;
    private final Channels channels;

    PreferenceController(KeepPreferences preferences, NoticeWords words, Channels channels) {
        this.preferences = preferences;
        this.words = words;
        this.channels = channels;
    }

    /** A span of each day in the office's time, which may run over midnight. */
    record QuietSpan(@NotNull LocalTime from, @NotNull LocalTime until) {}

    record Refused(@NotNull String kind, @NotNull Channel channel) {}

    /** {@code quietHours} null: none. */
    record OwnPreferences(
            @NotNull Rhythm rhythm,
            @Nullable @Valid QuietSpan quietHours,
            @NotNull @Valid @Size(max = 1000) List<Refused> refused) {}

    /** A kind of notice by its name in the reader's language. */
    record NamedKind(String kind, String name) {}

    /** {@code mail} and {@code message}: whether this installation sends that way at all. */
    record NotificationWays(boolean mail, boolean message, List<NamedKind> kinds) {}

    @GetMapping("/api/account/notification-preferences")
    @OpenTo(Audience.LOGGED_IN)
    @Operation(summary = "The own wishes about messages; the defaults when none were stated")
    OwnPreferences show(Caller caller) {
        Preferences own = preferences.show(caller);
        QuietHours hours = own.quietHours();
        return new OwnPreferences(
                own.rhythm(),
                hours == null ? null : new QuietSpan(hours.from(), hours.until()),
                own.refused().stream()
                        .map(refusal -> new Refused(refusal.kind(), refusal.channel()))
                        .sorted(Comparator.comparing(Refused::kind).thenComparing(Refused::channel))
                        .toList());
    }

    @PutMapping("/api/account/notification-preferences")
    @OpenTo(Audience.LOGGED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "State the own wishes about messages")
    void keep(Caller caller, @Valid @RequestBody OwnPreferences wanted) {
        QuietSpan span = wanted.quietHours();
        if (span != null && span.from().equals(span.until())) {
            throw new ProblemException(NotificationProblem.QUIET_SPAN);
        }
        Set<Preferences.Refusal> refused = new HashSet<>();
        wanted.refused().forEach(one -> refused.add(new Preferences.Refusal(one.kind(), one.channel())));
        QuietHours hours = span == null ? null : new QuietHours(span.from(), span.until());
        preferences.keep(caller, new Preferences(wanted.rhythm(), hours, refused));
    }

    @GetMapping("/api/notification-kinds")
    @OpenTo(Audience.LOGGED_IN)
    @Operation(summary = "The kinds of notices, and by which ways this installation sends them")
    NotificationWays kinds(Caller caller, Locale language) {
        String tag = LocalText.languageOf(language);
        return new NotificationWays(
                channels.sendsMail(),
                channels.sendsMessages(),
                words.kinds().keySet().stream()
                        .sorted()
                        .map(kind -> new NamedKind(kind, words.name(kind, tag)))
                        .toList());
    }
}
