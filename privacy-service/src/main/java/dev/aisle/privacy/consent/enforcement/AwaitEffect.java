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

/** Waits, for a while, until a withdrawal is in force at every enforcement point. Holds no transaction and no platform thread. */
@Singleton
public class AwaitEffect {
    private final Withdrawals withdrawals;
    private final WrittenWithdrawals written;
    private final EnforcementPoints points;
    private final EnforcementConfig config;

    AwaitEffect(
            Withdrawals withdrawals, WrittenWithdrawals written, EnforcementPoints points, EnforcementConfig config) {
        this.withdrawals = withdrawals;
        this.written = written;
        this.points = points;
        this.config = config;
    }

    /** Of the last withdrawal up to that version. */
    public Effect await(Pseudonym pseudonym, long version) {
        return withdrawals
                .last(pseudonym, version)
                .map(withdrawal -> await(pseudonym, withdrawal))
                .orElseGet(() -> ofOld(version));
    }

    /**
     * One that nobody remembers has been in force for long, or is of somebody who was erased. It is answered as any other, so that the
     * answer doesn't tell which.
     */
    private Effect ofOld(long version) {
        List<Missing> absent = points.rollCall().absent(config.rules());
        return absent.isEmpty() ? new InForce(version, Instant.now()) : new Propagating(version, absent);
    }

    /** Of that version, if it took something back. */
    public Optional<Effect> awaitIfWithdrawal(Pseudonym pseudonym, long version) {
        return withdrawals.find(pseudonym, version).map(withdrawal -> await(pseudonym, withdrawal));
    }

    private Effect await(Pseudonym pseudonym, Withdrawal withdrawal) {
        long deadline = System.nanoTime() + config.patience().toNanos();
        try {
            Withdrawal sent = awaitPlace(pseudonym, withdrawal, deadline);
            if (sent.effectiveAt() != null) {
                return new InForce(sent.version(), sent.effectiveAt());
            }
            List<Missing> missing = sent.place() == null ? List.of() : awaitAll(sent.place(), deadline);
            return sent.place() != null && missing.isEmpty()
                    ? new InForce(sent.version(), withdrawals.settle(sent))
                    : new Propagating(sent.version(), missing);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Propagating(withdrawal.version(), List.of());
        }
    }

    private Withdrawal awaitPlace(Pseudonym pseudonym, Withdrawal first, long deadline) throws InterruptedException {
        Withdrawal latest = first;
        for (int looks = 0; latest.place() == null && System.nanoTime() < deadline; looks++) {
            written.awaitMore(looks, deadline);
            latest = withdrawals.find(pseudonym, latest.version()).orElse(latest);
        }
        return latest;
    }

    /** A process that registers after the first look reads the withdrawal before it uses anything. */
    private List<Missing> awaitAll(Place place, long deadline) throws InterruptedException {
        boolean known = points.upToDate(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        while (true) {
            long news = points.news();
            List<Missing> missing = points.rollCall().missing(place, config.rules());
            boolean over = System.nanoTime() >= deadline;
            if ((known && missing.isEmpty()) || over) {
                return known || !missing.isEmpty() ? missing : everybody();
            }
            points.awaitNews(news, deadline);
        }
    }

    private List<Missing> everybody() {
        return config.services().stream()
                .map(service -> new Missing(service, null))
                .toList();
    }
}
