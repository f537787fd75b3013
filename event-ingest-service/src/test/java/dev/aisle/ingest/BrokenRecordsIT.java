package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.operations.v1.DeadLetter;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record that nobody can read, in each topic that this service reads. */
@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class BrokenRecordsIT {
    @ParameterizedTest
    @EnumSource(names = {"EVENTS_RAW", "PERSON_LINKS", "CONSENTS", "ERASURES", "INGEST_SETTINGS", "CATALOG_RAW"})
    void anUnreadableRecordIsADeadLetterAndStopsNothing(Topic topic) {
        String customer = Shop.customer();
        String person = Shop.pseudonym(Shop.newId("stranger"));
        byte[] garbage = ("not protobuf of " + person).getBytes(StandardCharsets.UTF_8);

        TestRecords.write(topic, person, garbage);
        TestRecords.write(topic, person, new byte[] {(byte) 0xFF, (byte) 0xFF, 1});

        List<ConsumerRecord<String, byte[]>> letters =
                TestRecords.await(Topic.DEAD_LETTERS, 1, record -> isOf(record, topic, garbage.length));
        assertThat(letters).hasSize(1);
        Shop.batch(Shop.view(customer, Shop.newId("message"), "tea-1"))
                .statusCode(200)
                .body("accepted", equalTo(1));
        assertThat(Shop.refined(Shop.pseudonym(customer), 1)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"EVENTS_RAW", "PERSON_LINKS", "CONSENTS", "ERASURES", "INGEST_SETTINGS", "CATALOG_RAW"})
    void aRecordWithoutKeyOrValueStopsNothing(Topic topic) {
        String customer = Shop.customer();

        TestRecords.write(topic, Shop.pseudonym("a-tombstone"), null);

        Shop.batch(Shop.view(customer, Shop.newId("message"), "tea-1")).statusCode(200);
        assertThat(Shop.refined(Shop.pseudonym(customer), 1)).hasSize(1);
    }

    private static boolean isOf(ConsumerRecord<String, byte[]> record, Topic topic, int size) {
        try {
            DeadLetter letter = DeadLetter.parseFrom(record.value());
            return letter.getTopic().equals(topic.topicName()) && letter.getSizeBytes() == size;
        } catch (InvalidProtocolBufferException e) {
            // Another test has written it.
            return false;
        }
    }
}
