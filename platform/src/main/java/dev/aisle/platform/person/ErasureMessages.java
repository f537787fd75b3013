package dev.aisle.platform.person;

import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.kafka.RecordReader;
import dev.aisle.platform.tracing.ContinuesTraces;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Requests to erase a person, in each service that has the channel. */
@ApplicationScoped
@IfBuildProperty(name = "mp.messaging.incoming.erasures.connector", stringValue = "smallrye-kafka")
class ErasureMessages {
    private final RecordReader reader;
    private final ErasePerson erasePerson;

    ErasureMessages(RecordReader reader, ErasePerson erasePerson) {
        this.reader = reader;
        this.erasePerson = erasePerson;
    }

    @Incoming("erasures")
    @ContinuesTraces
    @Blocking
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 200)
    void on(ConsumerRecords<String, byte[]> batch) {
        reader.read(ErasureMarks.asking(batch), Erasure.parser(), ErasureMessages::violation)
                .forEach(erasePerson::erase);
    }

    private static @Nullable String violation(Erasure erasure) {
        return erasure.getRequestId().indexOf('\0') >= 0
                ? "request_id has a null character"
                : StorablePseudonym.violation(erasure.getPseudonym());
    }
}
