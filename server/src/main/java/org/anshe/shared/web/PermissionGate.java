package org.anshe.shared.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.anshe.shared.Caller;
import org.anshe.shared.OpenTo;
import org.anshe.shared.ProblemException;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.SharedProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every handler of this application. A handler says what it needs; one that says nothing is refused to
 * everybody.
 */
@Component
class PermissionGate implements HandlerInterceptor {

    static final String CALLER = PermissionGate.class.getName() + ".caller";

    private final CallerSource callers;

    PermissionGate(CallerSource callers) {
        this.callers = callers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getPackageName().startsWith("org.anshe")) {
            return true;
        }
        // The second look at a request that was let in already, for example at the end of a stream of events.
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            return true;
        }
        OpenTo open = method.getMethodAnnotation(OpenTo.class);
        if (open != null && open.value() == OpenTo.Audience.EVERYBODY) {
            callers.current().ifPresent(present -> request.setAttribute(CALLER, present.caller()));
            return true;
        }
        CallerSource.LoggedIn present =
                callers.current().orElseThrow(() -> new ProblemException(SharedProblem.NOT_LOGGED_IN));
        if (present.due() != null && (open == null || open.value() != OpenTo.Audience.LOGGED_IN_EVEN_IF_DUE)) {
            throw new ProblemException(present.due());
        }
        request.setAttribute(CALLER, open != null ? present.caller() : permitted(present.caller(), method));
        return true;
    }

    private static Caller permitted(Caller caller, HandlerMethod method) {
        String needed = Optional.ofNullable(method.getMethodAnnotation(RequiresPermission.class))
                .map(RequiresPermission::value)
                .orElseThrow(() -> new ProblemException(SharedProblem.FORBIDDEN));
        if (!caller.may(needed)) {
            throw new ProblemException(SharedProblem.FORBIDDEN, Map.of("permission", needed));
        }
        return caller.with(needed);
    }

    static @Nullable Caller callerOf(HttpServletRequest request) {
        return (Caller) request.getAttribute(CALLER);
    }
}
