package dev.aisle.privacy.rights.erasure;

import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import dev.aisle.privacy.rights.request.usecase.Completion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Sends erasures again that were not answered by all. The receivers know a request by its id, so once more does no harm. */
@ApplicationScoped
class RetryErasures {
    private static final int BATCH = 100;

    private final RequestRepository requests;
    private final Erasures erasures;
    private final Completion completion;
    private final ErasureConfig config;

    RetryErasures(RequestRepository requests, Erasures erasures, Completion completion, ErasureConfig config) {
        this.requests = requests;
        this.erasures = erasures;
        this.completion = completion;
        this.config = config;
    }

    /** Sends what is due and says how many that were. */
    @Transactional
    public int retry() {
        Instant now = Instant.now();
        int sent = 0;
        for (RequestRow request : requests.holdUnanswered(now.minus(config.retryAfter()), BATCH)) {
            if (!completion.completeIfAnswered(request, now)) {
                request.sendAgain(now);
                erasures.send(request);
                sent++;
            }
        }
        return sent;
    }
}
