package org.anshe.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a query that takes no scope and says why that leaks nothing. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface WithoutScope {
    /** The reason. */
    String value();
}
