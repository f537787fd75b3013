package dev.aisle.ingest;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.PseudonymKey;
import dev.aisle.algorithms.privacy.Pseudonymizer;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.platform.consent.Consent;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.sealing.PayloadSeals;
import dev.aisle.testing.TestKeys;
import dev.aisle.testing.TestRecords;
import io.quarkus.arc.Arc;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** A shop that sends events: what the tests of the door have in common. */
final class Shop {
    static final String WRITE_KEY = "test-write-key";
    static final String SERVER_KEY = "test-server-key";

    private Shop() {}

    static String newId(String kind) {
        return kind + "-" + UUID.randomUUID();
    }

    static String pseudonym(String customer) {
        return pseudonymizer().of(IdentifierType.CUSTOMER_ID, customer).value();
    }

    static String pseudonymOfBrowser(String anonymousId) {
        return pseudonymizer().of(IdentifierType.ANONYMOUS_ID, anonymousId).value();
    }

    static String pseudonymInEpoch(int epoch, String customer) {
        return pseudonymizer()
                .inEpoch(epoch, IdentifierType.CUSTOMER_ID, customer)
                .value();
    }

    private static Pseudonymizer pseudonymizer() {
        String key = ConfigProvider.getConfig().getValue("aisle.pseudonym.key", String.class);
        return new Pseudonymizer(PseudonymKey.ofHex("k1", key), "shop");
    }

    /** A customer who granted these purposes, as the service knows already. */
    static String customerWhoGranted(Purpose... purposes) {
        String customer = newId("customer");
        decide(pseudonym(customer), 1, ConsentStatus.GRANTED, purposes);
        return customer;
    }

    static String customer() {
        return customerWhoGranted(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);
    }

    /** Writes a consent and waits until the service knows it. */
    static void decide(String pseudonym, long version, ConsentStatus status, Purpose... purposes) {
        tell(consent(pseudonym, version, status, purposes)
                .addPayloadKeys(TestKeys.of(pseudonym))
                .build());
    }

    /** A consent without a key for the log. */
    static ConsentState.Builder consent(String pseudonym, long version, ConsentStatus status, Purpose... purposes) {
        ConsentState.Builder state = ConsentState.newBuilder()
                .setPseudonym(pseudonym)
                .setTenant("shop")
                .setVersion(version);
        for (Purpose purpose : purposes) {
            state.addDecisions(PurposeDecision.newBuilder().setPurpose(purpose).setStatus(status));
        }
        return state;
    }

    /** Writes a state and waits until the service knows it. */
    static void tell(ConsentState state) {
        String pseudonym = state.getPseudonym();
        TestRecords.write(Topic.CONSENTS, pseudonym, state.toByteArray());
        await().until(() -> view().of(pseudonym).version() == state.getVersion());
    }

    /** An event as the door or refine writes it: under the key of that name. */
    static ShopEvent sealed(Topic topic, ShopEvent event, String key) {
        Consent consent = Consent.of(
                ConsentState.newBuilder().addPayloadKeys(TestKeys.of(key)).build());
        return seals().seal(topic, event, consent);
    }

    private static ConsentView view() {
        return Arc.container().instance(ConsentView.class).get();
    }

    static RequestSpecification client() {
        return client(WRITE_KEY);
    }

    static RequestSpecification client(String writeKey) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .contentType("application/json")
                .auth()
                .preemptive()
                .basic(writeKey, "");
    }

    static ValidatableResponse send(String path, String body) {
        return client().body(body.getBytes(StandardCharsets.UTF_8)).post(path).then();
    }

    static ValidatableResponse batch(String... items) {
        return send("/v1/batch", "{\"batch\":[" + String.join(",", items) + "]}");
    }

    /** Events that the shop's server sends, whose word links a browser to a customer. */
    static ValidatableResponse serverBatch(String... items) {
        return client(SERVER_KEY)
                .body(("{\"batch\":[" + String.join(",", items) + "]}").getBytes(StandardCharsets.UTF_8))
                .post("/v1/batch")
                .then();
    }

    static String identify(String customer, String browser) {
        return "{\"type\":\"identify\",\"userId\":\"%s\",\"anonymousId\":\"%s\",\"messageId\":\"%s\"}"
                .formatted(customer, browser, newId("identify"));
    }

    /** A browser whose person has granted what events need, as the service knows already. */
    static String browser() {
        String browser = newId("browser");
        decide(pseudonymOfBrowser(browser), 1, ConsentStatus.GRANTED, Purpose.ANALYTICS, Purpose.PERSONALIZATION);
        return browser;
    }

    /** A product view of somebody who isn't logged in. */
    static String anonymousView(String browser, String messageId) {
        return view("", messageId, "tea-1").replace("\"userId\":\"\"", "\"anonymousId\":\"" + browser + "\"");
    }

    /** A product view with these ids. */
    static String view(String customer, String messageId, String product) {
        return """
                {"type":"track","event":"Product Viewed","userId":"%s","messageId":"%s",
                 "properties":{"product_id":"%s","name":"Tea","price":12.99,"currency":"EUR","category":"Food > Tea"}}""".formatted(customer, messageId, product);
    }

    /** The refined events of a person, once there are that many. */
    static List<ShopEvent> refined(String pseudonym, int count) {
        return TestRecords.awaitKey(Topic.EVENTS, count, pseudonym).stream()
                .map(record -> opened(Topic.EVENTS, parse(record.value())))
                .toList();
    }

    /** The event as whoever may use it reads it. */
    static ShopEvent opened(Topic topic, ShopEvent event) {
        return seals().open(topic.topicName(), event).orElseThrow();
    }

    static PayloadSeals seals() {
        return Arc.container().instance(PayloadSeals.class).get();
    }

    static ShopEvent parse(byte[] value) {
        try {
            return ShopEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not an event", e);
        }
    }

    /** A refusal with its event opened, if it has one. */
    static RejectedEvent rejected(String messageId) {
        try {
            RejectedEvent refusal = RejectedEvent.parseFrom(TestRecords.awaitKey(Topic.EVENTS_REJECTED, 1, messageId)
                    .getFirst()
                    .value());
            return refusal.hasEvent()
                    ? refusal.toBuilder()
                            .setEvent(opened(Topic.EVENTS_REJECTED, refusal.getEvent()))
                            .build()
                    : refusal;
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError("not a rejected event", e);
        }
    }
}
