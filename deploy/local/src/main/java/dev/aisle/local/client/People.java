package dev.aisle.local.client;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.ServiceEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** People who allow what events are kept for. Their consents are written as privacy-service would: it isn't needed for that. */
public final class People {
    private static final List<Purpose> PURPOSES =
            List.of(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);
    private static final int AT_ONCE = 100;
    private final ApiClient api;
    private final PortPlan ports;

    public People(ApiClient api, PortPlan ports) {
        this.api = api;
        this.ports = ports;
    }

    /**
     * Writes a grant of every purpose of events for each of them; answers their pseudonyms in that order.
     *
     * @param type {@code customer_id} or {@code anonymous_id}
     */
    public List<String> grant(String type, List<String> ids) {
        var pseudonyms = pseudonyms(type, ids);
        Map<String, Object> settings = Map.of("bootstrap.servers", ports.address(Part.KAFKA), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (var pseudonym : pseudonyms) {
                Future<RecordMetadata> _ =
                        producer.send(new ProducerRecord<>(Topic.CONSENTS.topicName(), pseudonym, consent(pseudonym)));
            }
        }
        return pseudonyms;
    }

    private List<String> pseudonyms(String type, List<String> ids) {
        var all = new ArrayList<String>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var body = Json.object();
            var subjects = body.putArray("subjects");
            ids.subList(from, Math.min(ids.size(), from + AT_ONCE))
                    .forEach(id -> subjects.addObject().put("type", type).put("value", id));
            var answer =
                    api.require(Call.post(Part.INGEST, "/v1/pseudonyms", body).as("storefront"));
            answer.json().path("pseudonyms").forEach(pseudonym -> all.add(pseudonym.asText()));
        }
        return all;
    }

    private static byte[] consent(String pseudonym) {
        var state = ConsentState.newBuilder()
                .setPseudonym(pseudonym)
                .setTenant(ServiceEnvironment.TENANT)
                .setVersion(1)
                .addPayloadKeys(LogKeys.of(pseudonym));
        for (var purpose : PURPOSES) {
            state.addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(ConsentStatus.GRANTED));
        }
        return state.build().toByteArray();
    }
}
