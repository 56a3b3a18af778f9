package org.anshe.audit.internal;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Links new entries into the chain about once a second, outside the transactions of the people who work. */
@Component
class SealTrail {

    private final AuditChainRepository chain;
    private final TransactionTemplate transaction;

    SealTrail(AuditChainRepository chain, TransactionTemplate transaction) {
        this.chain = chain;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 1000)
    void seal() {
        Integer linked;
        do {
            linked = transaction.execute(status -> chain.sealBatch());
        } while (linked != null && linked > 0);
    }
}
