package dev.aisle.privacy.consent.verification;

import dev.aisle.privacy.audit.verification.Coverage;
import dev.aisle.privacy.audit.verification.CoveredRows;
import dev.aisle.privacy.audit.verification.Finding;
import dev.aisle.privacy.audit.verification.Finding.What;
import dev.aisle.privacy.consent.versions.StoredConsents;
import dev.aisle.privacy.consent.versions.StoredConsents.MissingVersion;
import dev.aisle.privacy.consent.versions.StoredConsents.StoredVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.Consumer;

/** Compares every stored version of consents with its entry in the audit log, and every entry with its version. */
@ApplicationScoped
class CompareWithLog implements CoveredRows {
    private static final int PAGE = 2_000;

    private final StoredConsents consents;
    private final LoggedVersions logged;
    private final LoggedMoves moves;

    CompareWithLog(StoredConsents consents, LoggedVersions logged, LoggedMoves moves) {
        this.consents = consents;
        this.logged = logged;
        this.moves = moves;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Coverage compare(Consumer<Finding> found) {
        consents.inUtc();
        Comparison comparison = new Comparison(found, consents.areCovered());
        long after = Long.MIN_VALUE;
        for (List<StoredVersion> page = consents.page(after, PAGE);
                !page.isEmpty();
                page = consents.page(after, PAGE)) {
            page.forEach(comparison::add);
            after = page.getLast().id();
        }
        missing(found);
        if (comparison.allCovered) {
            moves.unknown(one -> found.accept(Finding.ofConsent(
                    What.CONSENT_REASSIGNED,
                    Finding.NO_LEAF,
                    one.pseudonym(),
                    0,
                    "the successor of this pseudonym has no entry in the log")));
        }
        return comparison.coverage();
    }

    private void missing(Consumer<Finding> found) {
        for (MissingVersion one : consents.missing(-1, PAGE)) {
            found.accept(Finding.ofConsent(
                    What.CONSENT_DELETED,
                    one.leaf(),
                    one.pseudonym(),
                    one.version(),
                    "version " + one.version() + " of this entry isn't stored any more"));
        }
    }

    /** One pass over the versions. */
    private final class Comparison {
        private final Consumer<Finding> found;
        private final boolean allCovered;
        private long covered;
        private long partly;
        private long uncovered;

        Comparison(Consumer<Finding> found, boolean allCovered) {
            this.found = found;
            this.allCovered = allCovered;
        }

        Coverage coverage() {
            return new Coverage(covered, partly, uncovered);
        }

        void add(StoredVersion version) {
            if (version.leaf() == null) {
                withoutEntry(version);
            } else {
                beside(version, version.leaf(), logged.of(version));
            }
        }

        /** Once the log says that all versions are covered, each has an entry. */
        private void withoutEntry(StoredVersion version) {
            if (allCovered && !version.waiting()) {
                tell(What.CONSENT_UNLOGGED, Finding.NO_LEAF, version, " has no entry in the log");
            } else {
                uncovered++;
            }
        }

        private void beside(StoredVersion version, long leaf, LoggedVersions.LoggedVersion entry) {
            if (entry.hasHash()) {
                covered++;
            } else {
                partly++;
            }
            if (!version.named()) {
                tell(What.CONSENT_REASSIGNED, leaf, version, " stands under somebody whom the entry isn't about");
            } else if (!entry.agrees()) {
                tell(What.CONSENT_EDITED, leaf, version, " isn't stored as the entry has it");
            }
        }

        private void tell(What what, long leaf, StoredVersion version, String detail) {
            found.accept(Finding.ofConsent(
                    what, leaf, version.pseudonym(), version.version(), "version " + version.version() + detail));
        }
    }
}
