package org.anshe.shared;

/**
 * One kind of refusal, in the sense of RFC 9457. Every module lists its own in an enum; the interface chooses its words
 * by {@link #type()}.
 */
public interface ProblemType {

    /** The module that refuses. */
    String module();

    /** Readable name within the module, for example {@code wrong-state}. */
    String slug();

    /** HTTP status. */
    int status();

    /** English, for developers. */
    String title();

    /** Identity of the problem: {@code /problems/<module>/<slug>}. */
    default String type() {
        return "/problems/" + module() + "/" + slug();
    }
}
