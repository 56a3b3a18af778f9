package org.anshe.shared.internal;

import java.util.UUID;
import org.anshe.shared.Caller;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.shared.StoredEventsReplayed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers stored events again, one or all that failed. Listeners are idempotent, so a second delivery harms nothing. */
@Service
public class ReplayEvents {

    private static final int BATCH = 10_000;

    private final StoredEventQueries events;
    private final FailedEventPublications failed;
    private final IncompleteEventPublications incomplete;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;

    ReplayEvents(
            StoredEventQueries events,
            FailedEventPublications failed,
            IncompleteEventPublications incomplete,
            ApplicationEventPublisher publisher,
            TransactionTemplate transaction) {
        this.events = events;
        this.failed = failed;
        this.incomplete = incomplete;
        this.publisher = publisher;
        this.transaction = transaction;
    }

    /**
     * Not in one transaction: deliveries begin when the request is on record, and each commits for itself.
     *
     * @param id the one event, null for all that failed
     * @return how many deliveries were begun
     */
    public int replay(Caller caller, @Nullable UUID id) {
        StoredEventQueries.State state = id == null
                ? StoredEventQueries.State.FAILED
                : events.stateOf(id).orElseThrow(() -> new ProblemException(SharedProblem.NOT_FOUND));
        int count = id == null ? events.countFailed() : 1;
        transaction.executeWithoutResult(status ->
                publisher.publishEvent(new StoredEventsReplayed(caller, id == null ? "failed" : id.toString(), count)));
        switch (state) {
            case FAILED ->
                failed.resubmit(ResubmissionOptions.defaults()
                        .withMaxInFlight(BATCH)
                        .withBatchSize(BATCH)
                        .withFilter(event -> is(event, id)));
            case WAITING -> incomplete.resubmitIncompletePublications(event -> is(event, id));
        }
        return count;
    }

    private static boolean is(EventPublication event, @Nullable UUID id) {
        return id == null || event.getIdentifier().equals(id);
    }
}
