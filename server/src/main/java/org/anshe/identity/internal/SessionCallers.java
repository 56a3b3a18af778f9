package org.anshe.identity.internal;

import java.util.Optional;
import java.util.UUID;
import org.anshe.shared.web.CallerSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The caller behind the session of the current request. */
@Component
class SessionCallers implements CallerSource {

    private final CallerQueries callers;

    SessionCallers(CallerQueries callers) {
        this.callers = callers;
    }

    @Override
    public Optional<LoggedIn> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        try {
            return callers.find(UUID.fromString(authentication.getName()));
        } catch (IllegalArgumentException anonymous) {
            return Optional.empty();
        }
    }
}
