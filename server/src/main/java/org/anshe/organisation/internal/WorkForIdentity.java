package org.anshe.organisation.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.anshe.identity.OpenWork;
import org.anshe.organisation.HeldWork;
import org.springframework.stereotype.Component;

/** Tells the identity module, which cannot ask upward, what a person still has to do. */
@Component
class WorkForIdentity implements OpenWork {

    private final List<HeldWork> kinds;

    WorkForIdentity(List<HeldWork> kinds) {
        this.kinds = kinds;
    }

    @Override
    public Map<String, Integer> of(UUID person) {
        Map<String, Integer> open = new TreeMap<>();
        for (HeldWork work : kinds) {
            int count = work.countOf(person);
            if (count > 0) {
                open.put(work.kind(), count);
            }
        }
        return open;
    }
}
