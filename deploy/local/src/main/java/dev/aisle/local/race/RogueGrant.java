package dev.aisle.local.race;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.ServiceEnvironment;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes, once, a grant that nobody gave while a withdrawal holds: what a broken privacy-service would do. */
final class RogueGrant implements Life.Wrong {
    private static final int MILLIS_TO_BE_SEEN = 6_000;
    /** A state of an earlier epoch replaces none, and a database that went back during the trial has begun another. */
    private static final int BEYOND_EVERY_FAILOVER = 1_000;

    private final PortPlan ports;
    private final AtomicBoolean done = new AtomicBoolean();

    RogueGrant(PortPlan ports) {
        this.ports = ports;
    }

    @Override
    public void happen(Consenting person, long version) {
        if (!done.compareAndSet(false, true)) {
            return;
        }
        ConsentState state = ConsentState.newBuilder()
                .setPseudonym(person.pseudonym())
                .setTenant(ServiceEnvironment.TENANT)
                .setEpoch(BEYOND_EVERY_FAILOVER)
                .setVersion(version + 1)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.PERSONALIZATION)
                        .setStatus(ConsentStatus.GRANTED))
                .build();
        Map<String, Object> settings = Map.of("bootstrap.servers", ports.address(Part.KAFKA), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.CONSENTS.topicName(), person.pseudonym(), state.toByteArray()))
                    .get();
            Thread.sleep(MILLIS_TO_BE_SEEN);
        } catch (ExecutionException e) {
            throw new CommandFailure("The wrong could not be done: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
