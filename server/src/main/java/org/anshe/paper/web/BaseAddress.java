package org.anshe.paper.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where people reach this server from outside: as configured, else as the clerk's own browser does. */
@Component
class BaseAddress {

    private final String configured;

    BaseAddress(@Value("${anshe.base-address:}") String configured) {
        this.configured = configured.strip().replaceAll("/+$", "");
    }

    String of(HttpServletRequest request) {
        return configured.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : configured;
    }
}
