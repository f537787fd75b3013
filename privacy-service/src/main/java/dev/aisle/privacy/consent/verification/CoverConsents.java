package dev.aisle.privacy.consent.verification;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.identity.Succession;
import dev.aisle.privacy.audit.log.AuditLog;
import dev.aisle.privacy.consent.verification.ConsentMoves.Successor;
import dev.aisle.privacy.consent.versions.ConsentAudit;
import dev.aisle.privacy.consent.versions.StoredConsents;
import dev.aisle.privacy.consent.versions.StoredConsents.StoredVersion;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * Gives each stored version of consents an entry with its hash, once in the life of a log: versions from before there was a log have none, and older
 * entries have no hash. Then the log says that all are covered. From there on a version without an entry is a finding, whatever its id.
 */
@ApplicationScoped
public class CoverConsents {
    private static final Logger LOG = Logger.getLogger(CoverConsents.class);
    private static final int PAGE = 100;

    private final StoredConsents consents;
    private final LoggedVersions logged;
    private final LoggedMoves moves;
    private final AuditLog log;
    private final ConsentAudit audit;

    CoverConsents(StoredConsents consents, LoggedVersions logged, LoggedMoves moves, AuditLog log, ConsentAudit audit) {
        this.consents = consents;
        this.logged = logged;
        this.moves = moves;
        this.log = log;
        this.audit = audit;
    }

    /** Covers every version; does nothing when the log says that they are, or will say so in a moment. */
    public void cover() {
        if (QuarkusTransaction.requiringNew().call(() -> consents.areCovered() || consents.areCoveredSoon())) {
            return;
        }
        coverMoves();
        OptionalLong last = OptionalLong.of(Long.MIN_VALUE);
        while (last.isPresent()) {
            long after = last.getAsLong();
            last = QuarkusTransaction.requiringNew().call(() -> coverPage(after));
        }
        QuarkusTransaction.requiringNew().run(audit::allCovered);
        LOG.info("From here on each stored version of consents has an entry in the audit log");
    }

    private void coverMoves() {
        Optional<String> last = Optional.of("");
        while (last.isPresent()) {
            String after = last.get();
            last = QuarkusTransaction.requiringNew().call(() -> coverMoves(after));
        }
    }

    private Optional<String> coverMoves(String after) {
        List<Successor> unknown = new ArrayList<>();
        Optional<String> last = moves.unknown(after, unknown::add);
        log.hold(unknown.stream().map(Successor::pseudonym).toList());
        unknown.forEach(this::cover);
        return last;
    }

    private void cover(Successor one) {
        audit.movedEarlier(new Succession(one.pseudonym(), one.successor()));
    }

    private OptionalLong coverPage(long after) {
        consents.inUtc();
        List<StoredVersion> page = consents.page(after, PAGE);
        List<StoredVersion> toBeCovered =
                page.stream().filter(this::isToBeCovered).toList();
        log.hold(toBeCovered.stream().map(StoredVersion::pseudonym).toList());
        toBeCovered.forEach(this::cover);
        return page.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(page.getLast().id());
    }

    /** What doesn't agree with its entry stays a finding: its hash would make it right. */
    private boolean isToBeCovered(StoredVersion version) {
        if (version.leaf() == null) {
            return !version.waiting();
        }
        LoggedVersions.LoggedVersion entry = logged.of(version);
        return !entry.hasHash() && version.named() && entry.agrees();
    }

    private void cover(StoredVersion version) {
        audit.covered(new Pseudonym(version.pseudonym()), version.version(), logged.receipt(version), version.hash());
    }
}
