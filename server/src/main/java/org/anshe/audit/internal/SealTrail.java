package org.anshe.audit.internal;

import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Links new entries into the chain about once a second, outside the transactions of the people who work. */
@Component
class SealTrail {

    private static final Logger LOG = LoggerFactory.getLogger(SealTrail.class);

    private final AuditChainRepository chain;
    private final TransactionTemplate transaction;
    private volatile long noted;
    private @Nullable String sealed;

    SealTrail(AuditChainRepository chain, TransactionTemplate transaction) {
        this.chain = chain;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 1000)
    void seal() {
        AuditChainRepository.Sealed batch;
        do {
            batch = Objects.requireNonNull(transaction.execute(status -> chain.sealBatch(sealed)));
            // Known only now that the batch is committed.
            sealed = batch.until();
        } while (batch.entries() > 0);
    }

    /** Leaves the end of the chain in the log, beyond the reach of whoever can rewrite the database alone. */
    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void noteHead() {
        chain.findHead().filter(head -> head.position() > noted).ifPresent(head -> {
            noted = head.position();
            LOG.info(
                    "The audit trail stands at position {} with hash {}",
                    head.position(),
                    HexFormat.of().formatHex(head.hash()));
        });
    }
}
