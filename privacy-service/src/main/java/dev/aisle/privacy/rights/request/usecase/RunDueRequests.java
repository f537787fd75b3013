package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.platform.startup.Reason;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import dev.aisle.privacy.rights.request.store.RequestRow;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Begins the requests whose time has come: each in a transaction of its own, so that one that fails stops no other. */
@ApplicationScoped
public class RunDueRequests {
    private static final Logger LOG = Logger.getLogger(RunDueRequests.class);
    private static final int BATCH = 200;

    private final RequestRepository requests;
    private final HoldRequest holdRequest;
    private final StartRequest startRequest;

    RunDueRequests(RequestRepository requests, HoldRequest holdRequest, StartRequest startRequest) {
        this.requests = requests;
        this.holdRequest = holdRequest;
        this.startRequest = startRequest;
    }

    /** Begins what is due at a moment and says how many that were. */
    public int run(Instant moment) {
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> requests.due(moment, BATCH));
        return (int) due.stream().filter(this::beginAlone).count();
    }

    private boolean beginAlone(UUID id) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> begin(id));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Request %s can't begin now and is tried again: %s", id, Reason.of(e));
            return false;
        }
    }

    private boolean begin(UUID id) {
        RequestRow held = holdRequest.hold(id).orElseThrow();
        if (held.status() != RequestStatus.PENDING) {
            return false;
        }
        startRequest.start(held, Instant.now().truncatedTo(ChronoUnit.MICROS));
        return held.status() != RequestStatus.PENDING;
    }
}
