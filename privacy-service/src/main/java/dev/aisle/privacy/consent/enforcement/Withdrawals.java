package dev.aisle.privacy.consent.enforcement;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.consent.enforcement.WithdrawalRepository.Withdrawal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of withdrawals, each call a short transaction. */
@ApplicationScoped
public class Withdrawals {
    private final WithdrawalRepository withdrawals;
    private final Timer acknowledged;

    Withdrawals(WithdrawalRepository withdrawals, MeterRegistry registry) {
        this.withdrawals = withdrawals;
        this.acknowledged = Timer.builder("aisle.withdrawals.acknowledged")
                .description("From when a withdrawal is with the broker until every enforcement point has it")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .serviceLevelObjectives(Duration.ofSeconds(1), Duration.ofSeconds(5))
                .register(registry);
    }

    /** Notes that a version takes something back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(Pseudonym pseudonym, long version) {
        withdrawals.note(pseudonym.value(), version);
    }

    /** Forgets a subject. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void erase(Pseudonym pseudonym) {
        withdrawals.erase(pseudonym.value());
    }

    @Transactional
    Optional<Withdrawal> find(Pseudonym pseudonym, long version) {
        return withdrawals.find(pseudonym.value(), version);
    }

    @Transactional
    Optional<Withdrawal> last(Pseudonym pseudonym, long version) {
        return withdrawals.last(pseudonym.value(), version);
    }

    @Transactional
    List<Withdrawal> open(int atMost) {
        return withdrawals.open(atMost);
    }

    @Transactional
    WhoEnforces.Lately lately(Instant since) {
        WithdrawalRepository.Pace pace = withdrawals.paceSince(since);
        return new WhoEnforces.Lately(pace.settled(), pace.open(), pace.oldestOpen(), pace.median(), pace.slowest());
    }

    /** It is in force now; since when, if it was known before. */
    @Transactional
    Instant settle(Withdrawal withdrawal) {
        withdrawals.settle(withdrawal.pseudonym(), withdrawal.version()).ifPresent(acknowledged::record);
        return withdrawals
                .find(withdrawal.pseudonym(), withdrawal.version())
                .map(Withdrawal::effectiveAt)
                .orElseGet(Instant::now);
    }

    @Transactional
    int forgetOlder(Instant moment) {
        return withdrawals.forgetOlder(moment);
    }
}
