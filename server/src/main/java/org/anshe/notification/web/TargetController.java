package org.anshe.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.notification.internal.Channels;
import org.anshe.notification.internal.KeepTargets;
import org.anshe.notification.internal.Target;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The systems that are told by HTTP, for those who run the server. */
@RestController
@Tag(name = "Notification channels")
class TargetController {

    static final String CONFIGURE = "notification.configure";

    private final KeepTargets targets;
    private final Channels channels;

    TargetController(KeepTargets targets, Channels channels) {
        this.targets = targets;
        this.channels = channels;
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

    record NewTarget(@NotNull UUID id, @NotNull @Valid TargetDetails details) {}

    /**
     * What can be set up.
     *
     * @param mail whether this installation sends e-mail
     * @param templates shipped ones by name, as texts
     */
    record ChannelSetUp(boolean mail, List<String> placeholders, Map<String, String> templates) {}

    @GetMapping("/api/notification-setup")
    @RequiresPermission(CONFIGURE)
    @Operation(summary = "Whether e-mail is on, and templates to begin a target with")
    ChannelSetUp setUp(Caller caller) {
        requireEverything(caller);
        return new ChannelSetUp(channels.sendsMail(), channels.placeholders(), channels.templates());
    }

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

    /** Channels serve all areas. */
    static void requireEverything(Caller caller) {
        if (!caller.scope().isEverything()) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "permission", CONFIGURE);
        }
    }
}
