package dev.aisle.campaign.intake;

import dev.aisle.campaign.delivery.triggers.FollowConsents;
import dev.aisle.campaign.delivery.triggers.FollowConsents.Granted;
import dev.aisle.campaign.experiments.metrics.facts.FollowMetrics;
import dev.aisle.campaign.intake.ForgetWithdrawn.Withdrawal;
import dev.aisle.campaign.results.responses.FollowResponses;
import dev.aisle.campaign.shared.WireLimits;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consents, to forget when one is taken back, and for who allows something for the first time. Whether one holds now is asked of the view, which is quicker. */
@ApplicationScoped
class ConsentMessages {
    private final RecordReader reader;
    private final ForgetWithdrawn forgetWithdrawn;
    private final FollowConsents followConsents;
    private final FollowResponses followResponses;
    private final FollowMetrics followMetrics;

    ConsentMessages(
            RecordReader reader,
            ForgetWithdrawn forgetWithdrawn,
            FollowConsents followConsents,
            FollowResponses followResponses,
            FollowMetrics followMetrics) {
        this.reader = reader;
        this.forgetWithdrawn = forgetWithdrawn;
        this.followConsents = followConsents;
        this.followResponses = followResponses;
        this.followMetrics = followMetrics;
    }

    @Incoming("consents")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<ConsentState> states = reader.read(batch, ConsentState.parser(), WireLimits::violation);
        List<String> withoutAnalytics = states.stream()
                .filter(ConsentMessages::isWithdrawalOfAnalytics)
                .map(ConsentState::getPseudonym)
                .toList();
        followResponses.forget(withoutAnalytics);
        followMetrics.forget(withoutAnalytics);
        forgetWithdrawn.forget(states.stream()
                .filter(ConsentMessages::isWithdrawal)
                .map(state -> new Withdrawal(state.getPseudonym(), state.getVersion()))
                .toList());
        followConsents.follow(
                states.stream().flatMap(state -> granted(state).stream()).toList());
    }

    private static Optional<Granted> granted(ConsentState state) {
        Consent consent = Consent.of(state);
        Instant now = Instant.now();
        boolean email = consent.allows(Purpose.MARKETING_EMAIL, now);
        boolean push = consent.allows(Purpose.MARKETING_PUSH, now);
        return state.getSuccessor().isEmpty() && consent.allows(Purpose.PERSONALIZATION, now) && (email || push)
                ? Optional.of(new Granted(
                        state.getPseudonym(),
                        state.getVersion(),
                        email,
                        push,
                        Instant.ofEpochSecond(state.getChangedAt().getSeconds())))
                : Optional.empty();
    }

    /** Who never granted has nothing to take back: the first version leaves no trace here; nor has who moved to another pseudonym. */
    private static boolean isWithdrawal(ConsentState state) {
        return refuses(state, Purpose.PERSONALIZATION);
    }

    private static boolean isWithdrawalOfAnalytics(ConsentState state) {
        return refuses(state, Purpose.ANALYTICS);
    }

    private static boolean refuses(ConsentState state, Purpose purpose) {
        return state.getSuccessor().isEmpty()
                && state.getVersion() > 1
                && !Consent.of(state).allows(purpose, Instant.now());
    }
}
