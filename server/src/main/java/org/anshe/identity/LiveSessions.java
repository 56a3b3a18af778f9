package org.anshe.identity;

import java.util.Collection;
import java.util.Set;

/** Tells connections that stay open for hours whether the log-in they came with still holds. */
public interface LiveSessions {

    /** The sessions among these that have neither ended nor run out. */
    Set<String> alive(Collection<String> ids);
}
