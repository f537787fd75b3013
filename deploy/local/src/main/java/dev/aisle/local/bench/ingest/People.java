package dev.aisle.local.bench.ingest;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.AgeBand;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Json;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The people of a benchmark, all of whom have agreed.
 *
 * @param prefix of their customer numbers
 * @param count  how many; their numbers have six digits
 */
record People(String prefix, int count) {
    private static final int PER_CALL = 1_000;
    private static final List<Purpose> AGREED =
            List.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);

    /** Writes their consents where privacy-service, which doesn't run here, would. */
    void agree(ApiClient api, PortPlan ports) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", ports.address(Part.KAFKA), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int from = 0; from < count; from += PER_CALL) {
                for (var pseudonym : pseudonyms(api, from)) {
                    var _ = producer.send(
                            new ProducerRecord<>(Topic.CONSENTS.topicName(), pseudonym, consent(pseudonym)));
                }
            }
            producer.flush();
        }
    }

    private List<String> pseudonyms(ApiClient api, int from) {
        var body = Json.object();
        var subjects = body.putArray("subjects");
        for (int number = from; number < Math.min(count, from + PER_CALL); number++) {
            subjects.addObject().put("type", "customer_id").put("value", String.format("%s%06d", prefix, number));
        }
        var answer = api.require(Call.post(Part.INGEST, "/v1/pseudonyms", body).as("storefront"));
        return answer.json()
                .path("pseudonyms")
                .valueStream()
                .map(node -> node.asText())
                .toList();
    }

    private static byte[] consent(String pseudonym) {
        var now = Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond());
        var consent = ConsentState.newBuilder()
                .setPseudonym(pseudonym)
                .setTenant("shop")
                .setVersion(1)
                .setJurisdiction("DE")
                .setAgeBand(AgeBand.ADULT)
                .setNoticeVersion("1")
                .setChangedAt(now);
        AGREED.forEach(purpose -> consent.addDecisions(PurposeDecision.newBuilder()
                .setPurpose(purpose)
                .setStatus(ConsentStatus.GRANTED)
                .setDecidedAt(now)));
        return consent.build().toByteArray();
    }
}
