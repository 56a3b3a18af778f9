package org.anshe.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a handler that needs no permission, and says to whom it is open. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    Audience value();

    /** Who may call. */
    enum Audience {
        /** Anybody, logged in or not. */
        EVERYBODY,
        /** Anybody who is logged in; the handler answers about the caller alone. */
        LOGGED_IN,
        /** As {@link #LOGGED_IN}, and also to those who must change their password before anything else. */
        LOGGED_IN_EVEN_IF_DUE
    }
}
