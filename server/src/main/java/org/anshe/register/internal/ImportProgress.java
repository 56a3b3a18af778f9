package org.anshe.register.internal;

import java.time.Clock;
import java.util.UUID;
import org.anshe.register.internal.TableImport.Failure;
import org.anshe.register.internal.TableImport.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells how far a step is, apart from its own transaction, so that others see it at once. */
@Service
class ImportProgress {

    /** Thrown when somebody cancelled the step that is running; its transaction is undone. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final ImportRepository imports;
    private final Clock clock;

    ImportProgress(ImportRepository imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void report(UUID id, State running, int rows) {
        if (!imports.report(id, running, rows, clock.instant())) {
            throw new Cancelled();
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void failed(UUID id, State running, State to, Failure failure) {
        imports.failed(id, running, to, failure, clock.instant());
    }
}
