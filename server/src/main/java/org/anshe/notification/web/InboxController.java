package org.anshe.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anshe.notification.internal.InboxQueries;
import org.anshe.notification.internal.MarkRead;
import org.anshe.notification.internal.PushNotices;
import org.anshe.shared.Caller;
import org.anshe.shared.LocalText;
import org.anshe.shared.OpenTo;
import org.anshe.shared.OpenTo.Audience;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One's own notices. */
@RestController
@Tag(name = "Notifications")
class InboxController {

    private static final int NEWEST = 8;

    private final InboxQueries inbox;
    private final MarkRead markRead;
    private final PushNotices push;

    InboxController(InboxQueries inbox, MarkRead markRead, PushNotices push) {
        this.inbox = inbox;
        this.markRead = markRead;
        this.push = push;
    }

    /**
     * What the bell shows.
     *
     * @param unread up to {@code mostCounted}, which stands for this many or more
     */
    record InboxSummary(int unread, int mostCounted, List<InboxQueries.Item> newest) {}

    record ReadNotices(@NotNull @Size(max = 500) List<@NotNull UUID> ids) {}

    record ReadUpTo(@NotNull Instant upTo) {}

    /** How many were unread before. */
    record Marked(int count) {}

    @GetMapping("/api/notifications")
    @OpenTo(Audience.LOGGED_IN)
    @Operation(summary = "The own notices, newest first")
    Page<InboxQueries.Item> list(
            Caller caller,
            PageRequest page,
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String kind,
            Locale language) {
        return inbox.list(caller, new InboxQueries.Filter(unread, archived, kind), page, language);
    }

    @GetMapping("/api/notifications/summary")
    @OpenTo(Audience.LOGGED_IN)
    @Operation(summary = "How many notices are unread, and the newest ones")
    InboxSummary summary(Caller caller, Locale language) {
        return new InboxSummary(
                inbox.countUnread(caller),
                InboxQueries.MOST_COUNTED,
                inbox.list(caller, new InboxQueries.Filter(false, false, null), PageRequest.first(NEWEST), language)
                        .items());
    }

    @PostMapping("/api/notifications/read")
    @OpenTo(Audience.LOGGED_IN)
    @Operation(summary = "Mark some of the own notices as read")
    Marked read(Caller caller, @Valid @RequestBody ReadNotices read) {
        return new Marked(markRead.mark(caller, read.ids()));
    }

    @PostMapping("/api/notifications/read-all")
    @OpenTo(Audience.LOGGED_IN)
    @Operation(summary = "Mark all own notices up to a moment as read")
    Marked readAll(Caller caller, @Valid @RequestBody ReadUpTo read) {
        return new Marked(markRead.markAll(caller, read.upTo()));
    }

    @GetMapping(path = "/api/notifications/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @OpenTo(Audience.LOGGED_IN)
    @Operation(
            summary = "New notices as server-sent events; ends with the session",
            description = "Events: hello, notice, missed. A connection that sends the Last-Event-ID of the one before"
                    + " is told everything that came in between.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "string")))
    SseEmitter stream(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastSeen,
            @RequestParam(required = false) @Nullable String locale,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        response.setHeader("Cache-Control", "no-cache, no-transform");
        // Or a proxy in front would collect events before it passes them on.
        response.setHeader("X-Accel-Buffering", "no");
        Locale reader = locale == null ? language : Locale.forLanguageTag(locale);
        return push.open(
                caller.person(), session == null ? null : session.getId(), lastSeen, LocalText.languageOf(reader));
    }
}
