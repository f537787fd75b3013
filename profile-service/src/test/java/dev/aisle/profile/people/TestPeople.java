package dev.aisle.profile.people;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Item;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.Erasure;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.contracts.privacy.v1.PurposeFence;
import dev.aisle.testing.TestRecords;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What people do, as it stands on the topics. */
public final class TestPeople {
    private TestPeople() {}

    /** A new pseudonym. */
    public static String person() {
        return "p1.k1." + UUID.randomUUID().toString().replace("-", "");
    }

    /** The person grants these purposes. */
    public static RecordMetadata grants(String person, long version, Purpose... purposes) {
        ConsentState.Builder state =
                ConsentState.newBuilder().setPseudonym(person).setVersion(version);
        for (Purpose purpose : purposes) {
            state.addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(ConsentStatus.GRANTED));
        }
        return TestRecords.write(Topic.CONSENTS, person, state.build().toByteArray());
    }

    /** The person had refused a purpose at a version, and grants it again. */
    public static void grantsAgain(String person, long version, Purpose purpose, long refusedAt) {
        ConsentState state = ConsentState.newBuilder()
                .setPseudonym(person)
                .setVersion(version)
                .addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(ConsentStatus.GRANTED))
                .addFences(PurposeFence.newBuilder().setPurpose(purpose).setVersion(refusedAt))
                .build();
        TestRecords.write(Topic.CONSENTS, person, state.toByteArray());
    }

    /** A view of a product. */
    public static ShopEvent.Builder view(String person, String product) {
        Instant now = Instant.now();
        return ShopEvent.newBuilder()
                .setMessageId(UUID.randomUUID().toString())
                .setPseudonym(person)
                .setType(EventType.PRODUCT_VIEW)
                .setOccurredAt(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .addItems(Item.newBuilder().setProductId(product).setCategory("Food/" + product))
                .addGrantedPurposes(Purpose.PERSONALIZATION)
                .addGrantedPurposes(Purpose.ANALYTICS)
                .setConsentVersion(1);
    }

    /** Sends an event of refine. */
    public static void send(ShopEvent.Builder event) {
        TestRecords.write(Topic.EVENTS, event.getPseudonym(), event.build().toByteArray());
    }

    /** The person logs in at a browser. */
    public static void logsIn(String person, String browser) {
        send(view(person, "login").setType(EventType.IDENTIFY).clearItems().setAnonymousPseudonym(browser));
    }

    /** The person asks to be erased. */
    public static void erase(String person) {
        Erasure erasure = Erasure.newBuilder()
                .setRequestId(UUID.randomUUID().toString())
                .setPseudonym(person)
                .setEffectiveAt(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()))
                .build();
        TestRecords.write(Topic.ERASURES, person, erasure.toByteArray());
    }
}
