package dev.aisle.privacy.consent.enforcement;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.enforcement.Effect.InForce;
import dev.aisle.privacy.consent.enforcement.Effect.Propagating;
import dev.aisle.privacy.consent.enforcement.WithdrawalRepository.Withdrawal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells of withdrawals how they are, and looks after those that nobody waits for any more. */
@Singleton
class LookAtWithdrawal {
    private static final int AT_ONCE = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Withdrawals withdrawals;
    private final EnforcementPoints points;
    private final EnforcementConfig config;

    LookAtWithdrawal(Withdrawals withdrawals, EnforcementPoints points, EnforcementConfig config) {
        this.withdrawals = withdrawals;
        this.points = points;
        this.config = config;
    }

    /** How the one of that version is; empty when that version took nothing back. */
    public Optional<Effect> look(Pseudonym pseudonym, long version) {
        return withdrawals.find(pseudonym, version).map(this::look);
    }

    private Effect look(Withdrawal withdrawal) {
        if (withdrawal.effectiveAt() != null) {
            return new InForce(withdrawal.version(), withdrawal.effectiveAt());
        }
        boolean known = points.upToDate(PATIENCE);
        List<Missing> missing =
                withdrawal.place() == null ? List.of() : points.rollCall().missing(withdrawal.place(), config.rules());
        return known && withdrawal.place() != null && missing.isEmpty()
                ? new InForce(withdrawal.version(), withdrawals.settle(withdrawal))
                : new Propagating(withdrawal.version(), missing);
    }

    /** Settles what has come into force since it was answered with 202; how many those were. */
    public int settleOpen() {
        List<Withdrawal> open = withdrawals.open(AT_ONCE);
        if (open.isEmpty() || !points.upToDate(PATIENCE)) {
            return 0;
        }
        return Math.toIntExact(open.stream()
                .filter(withdrawal -> look(withdrawal) instanceof InForce)
                .count());
    }

    /** Forgets what has been in force for long; how many those were. */
    public int forgetOld() {
        return withdrawals.forgetOlder(Instant.now().minus(config.keep()));
    }
}
