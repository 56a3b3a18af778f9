package org.anshe.identity;

import java.util.Map;
import java.util.UUID;

/** What this module must know of the work people hold. It lives above, so the organisation module provides the answer. */
public interface OpenWork {

    /** How much of which kind the person still has to do; empty when nothing. */
    Map<String, Integer> of(UUID person);
}
