package dev.aisle.privacy.audit.verification;

import dev.aisle.privacy.audit.log.Actors;
import dev.aisle.privacy.audit.tree.Heads;
import dev.aisle.privacy.audit.tree.KeptHead;
import dev.aisle.privacy.audit.tree.StoredHead;
import dev.aisle.privacy.audit.verification.LogCheck.Result;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Verifies the whole log beside the request that asks for it, and remembers how far it is and what it found. */
@ApplicationScoped
public class CheckLog {
    private static final Logger LOG = Logger.getLogger(CheckLog.class);
    private static final int SHOWN = 10;

    private final VerifyLog verifyLog;
    private final LogChecks checks;
    private final Heads heads;
    private final Actors actors;

    CheckLog(VerifyLog verifyLog, LogChecks checks, Heads heads, Actors actors) {
        this.verifyLog = verifyLog;
        this.checks = checks;
        this.heads = heads;
        this.actors = actors;
    }

    /**
     * Begins a verification; while one of the same question runs, that one. Its id.
     *
     * @param kept a head from outside that the log must go on from
     */
    public UUID begin(Optional<KeptHead> kept) {
        String actor = actors.current();
        Begun begun = QuarkusTransaction.requiringNew().call(() -> row(actor, kept.isEmpty()));
        if (begun.fresh()) {
            Thread.ofVirtual().name("audit-check").start(() -> run(begun.id(), kept));
        }
        return begun.id();
    }

    private record Begun(UUID id, boolean fresh) {}

    private Begun row(String actor, boolean joins) {
        checks.hold();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Optional<LogCheck> running = joins
                ? checks.newest(1).stream().filter(check -> check.running(now)).findFirst()
                : Optional.empty();
        if (running.isPresent()) {
            return new Begun(running.get().id(), false);
        }
        long expected = entries();
        UUID id = UUID.randomUUID();
        checks.add(new LogCheck(id, now, actor, 0, expected, now, null));
        return new Begun(id, true);
    }

    private void run(UUID id, Optional<KeptHead> kept) {
        try {
            Verdict verdict = verifyLog.verify(kept, checked -> goneOn(id, checked));
            QuarkusTransaction.requiringNew().run(() -> checks.ended(id, result(verdict)));
        } catch (RuntimeException e) {
            LOG.errorf("The verification of the audit log %s broke off: %s", id, e.getMessage());
        }
    }

    private void goneOn(UUID id, long checked) {
        QuarkusTransaction.requiringNew().run(() -> checks.goneOn(id, checked, Instant.now()));
    }

    private Result result(Verdict verdict) {
        String root = heads.ofSize(verdict.size()).map(StoredHead::root).orElse("");
        return new Result(
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                verdict.size(),
                verdict.heads(),
                verdict.pending(),
                root,
                verdict.findings().stream().map(Finding::withoutSubject).toList());
    }

    /** How one is. */
    @Transactional
    public Optional<LogCheck> find(UUID id) {
        return checks.find(id);
    }

    /** The last ones, the newest first. */
    @Transactional
    public List<LogCheck> latest() {
        return checks.newest(SHOWN);
    }

    /** How many entries the newest head covers. */
    @Transactional
    public long entries() {
        return heads.last().map(StoredHead::size).orElse(0L);
    }
}
