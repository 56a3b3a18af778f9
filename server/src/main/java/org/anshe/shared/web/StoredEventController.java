package org.anshe.shared.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.anshe.shared.Page;
import org.anshe.shared.PageRequest;
import org.anshe.shared.ProblemException;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.SharedProblem;
import org.anshe.shared.internal.ReplayEvents;
import org.anshe.shared.internal.StoredEventQueries;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Events that did not reach their listener, for those who run the server. */
@RestController
@Tag(name = "Stored events")
class StoredEventController {

    private final StoredEventQueries events;
    private final ReplayEvents replay;

    StoredEventController(StoredEventQueries events, ReplayEvents replay) {
        this.events = events;
        this.replay = replay;
    }

    /** How many deliveries were begun; they end in the background. */
    record Replayed(int events) {}

    @GetMapping("/api/stored-events")
    @RequiresPermission("event.view")
    @Operation(summary = "Events that failed or stayed undelivered, oldest first")
    Page<StoredEventQueries.StoredEvent> list(
            Caller caller, PageRequest page, @RequestParam(required = false) StoredEventQueries.@Nullable State state) {
        requireEverything(caller);
        return events.list(state, page);
    }

    @PostMapping("/api/stored-events/{event}/replay")
    @RequiresPermission("event.replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Deliver one event again")
    Replayed replayOne(Caller caller, @PathVariable UUID event) {
        requireEverything(caller);
        return new Replayed(replay.replay(caller, event));
    }

    @PostMapping("/api/stored-events/replay")
    @RequiresPermission("event.replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Deliver all failed events again")
    Replayed replayFailed(Caller caller) {
        requireEverything(caller);
        return new Replayed(replay.replay(caller, null));
    }

    /** An event lies in no area and may speak of any of them. */
    private static void requireEverything(Caller caller) {
        if (!caller.scope().isEverything()) {
            throw new ProblemException(SharedProblem.FORBIDDEN);
        }
    }
}
