package org.anshe.notification.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remembers when somebody read what. The moment of the first reading stays; the receipt itself is the record of it. */
@Service
public class MarkRead {

    private final NoticeRepository notices;
    private final Clock clock;

    MarkRead(NoticeRepository notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** Notices that are not the caller's are passed over. */
    @Transactional
    public int mark(Caller caller, Collection<UUID> ids) {
        return notices.markRead(caller.person(), ids, clock.instant());
    }

    /** @param upTo moment of the newest notice the caller has seen; what came after it stays unread */
    @Transactional
    public int markAll(Caller caller, Instant upTo) {
        return notices.markAllRead(caller.person(), upTo, clock.instant());
    }
}
