package dev.aisle.platform.person;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.platform.identity.Succession;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Consents, in each service that has the channel: what a purpose held that was taken back goes, a feature may begin something, and whoever stands under another
 * pseudonym now moves.
 */
@ApplicationScoped
@IfBuildProperty(name = "mp.messaging.incoming.consents.connector", stringValue = "smallrye-kafka")
class ConsentMessages {
    private final RecordReader reader;
    private final PersonRows rows;
    private final List<FollowsConsents> followers;
    private final RekeyPerson rekeyPerson;

    ConsentMessages(
            RecordReader reader, PersonRows rows, @All List<FollowsConsents> followers, RekeyPerson rekeyPerson) {
        this.reader = reader;
        this.rows = rows;
        this.followers = List.copyOf(followers);
        this.rekeyPerson = rekeyPerson;
    }

    @Incoming("consents")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        List<ConsentState> states = reader.read(batch, ConsentState.parser(), ConsentMessages::violation);
        states.forEach(rows::withdraw);
        followers.forEach(follower -> follower.follow(states));
        states.stream().map(Succession::of).flatMap(Optional::stream).forEach(rekeyPerson::move);
        batch.forEach(this::retire);
    }

    private static @Nullable String violation(ConsentState state) {
        return StorablePseudonym.violation(state.getPseudonym());
    }

    /** A record without a value: the key of this pseudonym is retired. */
    private void retire(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null && record.key() != null) {
            rekeyPerson.retire(record.key());
        }
    }
}
