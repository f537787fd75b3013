package dev.aisle.profile.segments.members;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import dev.aisle.profile.segments.members.FollowConsents.Said;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Consents, to leave segments when one is taken back. */
@ApplicationScoped
class ConsentMessages {
    private final RecordReader reader;
    private final FollowConsents followConsents;

    ConsentMessages(RecordReader reader, FollowConsents followConsents) {
        this.reader = reader;
        this.followConsents = followConsents;
    }

    @Incoming("segment-consents")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        followConsents.follow(
                reader
                        .read(
                                batch,
                                ConsentState.parser(),
                                state -> RecordReader.present("pseudonym", state.getPseudonym()))
                        .stream()
                        .filter(state -> state.getSuccessor().isEmpty())
                        .map(state -> new Said(state.getPseudonym(), state.getVersion()))
                        .toList());
    }
}
