package dev.aisle.local.bench.people;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PayloadKey;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.ServiceEnvironment;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes consents onto their topic as privacy-service does: a banner with six purposes, answered within the last year, and a key for the log. */
final class MadePeople {
    private static final List<Purpose> ASKED = List.of(
            Purpose.ANALYTICS,
            Purpose.PERSONALIZATION,
            Purpose.MODEL_TRAINING,
            Purpose.MARKETING_EMAIL,
            Purpose.MARKETING_PUSH,
            Purpose.ADS_TARGETED);
    private static final int YEAR = 31_556_952;

    private final PortPlan ports;
    private final Random random = new Random(7);

    MadePeople(PortPlan ports) {
        this.ports = ports;
    }

    /** Writes so many, and returns when the broker has them. */
    void write(int people) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ports.address(Part.KAFKA),
                "linger.ms",
                20,
                "compression.type",
                "lz4",
                "acks",
                "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int person = 0; person < people; person++) {
                var pseudonym =
                        "p1.made." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
                Future<RecordMetadata> _ = producer.send(
                        new ProducerRecord<>(
                                Topic.CONSENTS.topicName(),
                                pseudonym,
                                state(pseudonym).toByteArray()),
                        (_, failure) -> {
                            if (failure != null) {
                                throw new IllegalStateException("The broker refused a consent", failure);
                            }
                        });
            }
        }
    }

    private ConsentState state(String pseudonym) {
        var said = System.currentTimeMillis() / 1_000 - random.nextInt(YEAR);
        var state = ConsentState.newBuilder()
                .setPseudonym(pseudonym)
                .setTenant(ServiceEnvironment.TENANT)
                .setVersion(1)
                .setJurisdiction("DE")
                .setNoticeVersion("2026-05")
                .setChangedAt(at(said))
                .addPayloadKeys(PayloadKey.newBuilder()
                        .setSealingKey(ServiceEnvironment.SEALING_KEY_ID)
                        .setWrapped(ByteString.copyFrom(bytes(40))));
        for (var purpose : ASKED) {
            state.addDecisions(PurposeDecision.newBuilder()
                    .setPurpose(purpose)
                    .setStatus(random.nextInt(3) == 0 ? ConsentStatus.DENIED : ConsentStatus.GRANTED)
                    .setDecidedAt(at(said))
                    .setExpiresAt(at(said + YEAR)));
        }
        return state.build();
    }

    private static Timestamp at(long seconds) {
        return Timestamp.newBuilder().setSeconds(seconds).setNanos(123_456_000).build();
    }

    private byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
