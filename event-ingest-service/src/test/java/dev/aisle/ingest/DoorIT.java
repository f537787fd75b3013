package dev.aisle.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = RealInfrastructure.class, initArgs = @ResourceArg(name = "database", value = "none"))
class DoorIT {
    @Test
    void anEventOfAConsentingCustomerIsAcceptedAndRefined() {
        String customer = Shop.customer();
        String messageId = Shop.newId("message");

        Shop.batch(Shop.view(customer, messageId, "tea-1"))
                .statusCode(200)
                .body("success", equalTo(true))
                .body("accepted", equalTo(1))
                .body("dropped", empty())
                .body("rejected", empty());

        ShopEvent event = Shop.refined(Shop.pseudonym(customer), 1).getFirst();
        assertThat(event.getType()).isEqualTo(EventType.PRODUCT_VIEW);
        assertThat(event.getMessageId()).isEqualTo(messageId);
        assertThat(event.getItems(0).getProductId()).isEqualTo("tea-1");
        assertThat(event.getItems(0).getPrice().getMinorUnits()).isEqualTo(1299);
        assertThat(event.getGrantedPurposesList())
                .containsExactlyInAnyOrder(Purpose.ANALYTICS, Purpose.PERSONALIZATION, Purpose.MODEL_TRAINING);
        assertThat(event.getConsentVersion()).isEqualTo(1);
        assertThat(event.getSource()).isEqualTo("shop");
        assertThat(event.getRefinement().getPersonSequence()).isEqualTo(1);
    }

    @Test
    void theSameBatchTwiceIsOneEvent() {
        String customer = Shop.customer();
        String item = Shop.view(customer, Shop.newId("message"), "tea-1");

        Shop.batch(item).statusCode(200).body("accepted", equalTo(1));
        Shop.batch(item).statusCode(200).body("accepted", equalTo(1));
        Shop.batch(Shop.view(customer, Shop.newId("last"), "tea-2")).statusCode(200);

        assertThat(Shop.refined(Shop.pseudonym(customer), 2))
                .extracting(event -> event.getItems(0).getProductId())
                .containsExactly("tea-1", "tea-2");
    }

    @Test
    void withoutConsentNothingIsStored() {
        String stranger = Shop.newId("stranger");
        String customer = Shop.customer();

        Shop.batch(Shop.view(stranger, "no-consent-1", "tea-1"), Shop.view(customer, Shop.newId("message"), "tea-1"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("dropped[0].index", equalTo(0))
                .body("dropped[0].messageId", equalTo("no-consent-1"))
                .body("dropped[0].reason", equalTo("no-consent"));

        TestRecords.awaitKey(Topic.EVENTS_RAW, 1, Shop.pseudonym(customer));
        assertThat(TestRecords.await(
                        Topic.EVENTS_RAW, 0, record -> Shop.pseudonym(stranger).equals(record.key())))
                .isEmpty();
    }

    @Test
    void marketingConsentAloneLetsNoEventIn() {
        String customer = Shop.customerWhoGranted(Purpose.MARKETING_EMAIL);

        Shop.batch(Shop.view(customer, Shop.newId("message"), "tea-1"))
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("dropped[0].reason", equalTo("no-consent"));
    }

    @Test
    void noIdentifierReachesAnyTopic() {
        String customer = Shop.customer();
        String email = Shop.newId("ada") + "@example.org";
        String browser = Shop.newId("browser");

        for (String type : new String[] {"track", "identify", "page", "screen", "group", "alias"}) {
            Shop.batch(identifiersEverywhere(type, customer, browser, email))
                    .statusCode(200)
                    .body("accepted", equalTo(1));
        }
        Shop.batch("{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"" + customer + "\",\"messageId\":\""
                        + Shop.newId("bad") + "\",\"properties\":{\"price\":\"" + email + "\"}}")
                .statusCode(200)
                .body("rejected[0].field", equalTo("properties.product_id"));

        Shop.refined(Shop.pseudonym(customer), 6);
        for (Topic topic : Topic.values()) {
            assertThat(TestRecords.await(topic, 0, record -> holds(record, customer, email, browser, "203.0.113.7")))
                    .as(topic.topicName())
                    .isEmpty();
        }
    }

    private static String identifiersEverywhere(String type, String customer, String browser, String email) {
        return """
                {"type":"%1$s","event":"Loyalty Card Shown","userId":"%2$s","messageId":"%3$s","previousId":"%4$s",
                 "traits":{"email":"%5$s","name":"Ada"},"context":{"ip":"203.0.113.7","traits":{"email":"%5$s"},
                 "page":{"url":"https://shop.example/me/%5$s?user=%2$s","referrer":"https://x.example/?q=%5$s"}},
                 "properties":{"email":"%5$s","note":"of %5$s","owner":"%2$s","title":"%5$s","query":"%5$s"}}""".formatted(type, customer, Shop.newId(type), browser, email);
    }

    private static boolean holds(ConsumerRecord<String, byte[]> record, String... identifiers) {
        String all = record.key()
                + (record.value() == null ? "" : new String(record.value(), StandardCharsets.ISO_8859_1))
                + record.headers();
        for (String identifier : identifiers) {
            if (all.contains(identifier)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void anAnonymousVisitorIsAPersonToo() {
        String browser = Shop.newId("browser");
        String person = Shop.pseudonymOfBrowser(browser);
        Shop.decide(person, 1, dev.aisle.contracts.privacy.v1.ConsentStatus.GRANTED, Purpose.ANALYTICS);

        Shop.send("/v1/page", "{\"anonymousId\":\"" + browser + "\",\"properties\":{\"path\":\"/tea?session=1\"}}")
                .statusCode(200)
                .body("accepted", equalTo(1));

        ShopEvent event = Shop.refined(person, 1).getFirst();
        assertThat(event.getType()).isEqualTo(EventType.PAGE_VIEW);
        assertThat(event.getContext().getPagePath()).isEqualTo("/tea");
        assertThat(event.getMessageId()).isNotEmpty();
    }

    @Test
    void aKnownCustomersBrowserIsLinked() {
        String customer = Shop.customer();
        String browser = Shop.newId("browser");

        Shop.serverBatch(Shop.identify(customer, browser)).statusCode(200).body("unlinked", nullValue());

        assertThat(Shop.refined(Shop.pseudonym(customer), 1).getFirst().getAnonymousPseudonym())
                .isEqualTo(Shop.pseudonymOfBrowser(browser));
    }

    @Test
    void theServiceIsReadyWhenItCanDoItsWork() {
        Awaitility.await()
                .untilAsserted(() -> RestAssured.get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body("status", equalTo("UP")));
    }
}
