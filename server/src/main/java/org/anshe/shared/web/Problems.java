package org.anshe.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemType;
import org.slf4j.MDC;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes RFC 9457 problem details out of refusals. */
@Component
public class Problems {

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** The body of a refusal: type, status, English title, facts as members, field errors, trace id. */
    public static ProblemDetail detail(ProblemException refusal) {
        ProblemDetail detail = detail(refusal.type());
        refusal.members().forEach(detail::setProperty);
        if (!refusal.errors().isEmpty()) {
            detail.setProperty("errors", refusal.errors());
        }
        return detail;
    }

    public static ProblemDetail detail(ProblemType type) {
        ProblemDetail detail = ProblemDetail.forStatus(type.status());
        detail.setType(URI.create(type.type()));
        detail.setTitle(type.title());
        detail.setProperty(TraceFilter.TRACE_ID, MDC.get(TraceFilter.TRACE_ID));
        return detail;
    }

    /** Writes a refusal outside a controller, from a filter. */
    public void write(HttpServletResponse response, ProblemType type) throws IOException {
        response.setStatus(type.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(detail(type)));
    }
}
