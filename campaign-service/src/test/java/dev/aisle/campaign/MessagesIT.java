package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.domain.NewMessage;
import dev.aisle.campaign.delivery.messages.usecase.QueueMessage;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.outside.PlayedPrivacy;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.contracts.privacy.v1.PurposeDecision;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class MessagesIT {
    @Inject
    QueueMessage queueMessage;

    @Inject
    ConsentView consents;

    @Inject
    AgroalDataSource database;

    @Test
    void aMessageThatIsQueuedTwiceComesOnceAndItsOneClickLinkEndsThem() throws Exception {
        Shopper shopper = subscriber();
        NewMessage message = message("m-" + UUID.randomUUID(), shopper, Instant.now());

        assertThat(queueMessage.queue(message)).isTrue();
        assertThat(queueMessage.queue(message)).isFalse();
        eventually().untilAsserted(() -> assertThat(mails(shopper)).hasSize(1));
        MimeMessage mail = mails(shopper).getFirst();
        String link = mail.getHeader("List-Unsubscribe", null).replaceAll("[<>]", "");
        eventually().untilAsserted(() -> assertThat(states(shopper)).containsExactly("delivered"));
        assertThat(one("select count(*) from message_words where message_id = '" + message.id() + "'"))
                .isEqualTo("0");

        String path = URI.create(link).getPath();
        assertThat(link).doesNotContain(shopper.pseudonym());
        given().get(path).then().statusCode(200).body(containsString("Unsubscribe"));
        assertThat(PlayedPrivacy.WITHDRAWN).doesNotContain(shopper.pseudonym() + "/marketing_email");
        given().formParam("List-Unsubscribe", "One-Click").post(path).then().statusCode(200);
        queueMessage.queue(message("m-" + UUID.randomUUID(), shopper, Instant.now()));

        eventually()
                .untilAsserted(
                        () -> assertThat(PlayedPrivacy.WITHDRAWN).contains(shopper.pseudonym() + "/marketing_email"));
        given().post(path.substring(0, path.length() - 2) + "AA").then().statusCode(404);
    }

    @Test
    void aWithdrawalBetweenTheQueueAndTheSendingStopsTheMessageAlsoAfterANewConsent() throws SQLException {
        Shopper shopper = subscriber();
        queueMessage.queue(
                message("m-" + UUID.randomUUID(), shopper, Instant.now().plus(Duration.ofHours(1))));

        say(shopper, 2, ConsentStatus.WITHDRAWN, 2);
        say(shopper, 3, ConsentStatus.GRANTED, 2);
        execute("update message set next_at = now() where pseudonym = '" + shopper.pseudonym() + "'");

        eventually().untilAsserted(() -> assertThat(states(shopper)).containsExactly("suppressed"));
        assertThat(mails(shopper)).isEmpty();
    }

    @Test
    void whoIsSuppressedGetsNothingWhateverTheConsentSays() throws SQLException {
        Shopper shopper = subscriber();
        execute("insert into suppression values ('" + shopper.pseudonym() + "', 'email', '', 'bounced', false, now())");

        queueMessage.queue(message("m-" + UUID.randomUUID(), shopper, Instant.now()));

        eventually().untilAsserted(() -> assertThat(states(shopper)).containsExactly("suppressed"));
        assertThat(mails(shopper)).isEmpty();
        given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .delete("/v1/suppressions/" + shopper.pseudonym() + "/bounces")
                .then()
                .statusCode(204);
        queueMessage.queue(message("m-" + UUID.randomUUID(), shopper, Instant.now()));
        eventually().untilAsserted(() -> assertThat(mails(shopper)).hasSize(1));
    }

    @Test
    void aDoubtIsListedWithoutThePersonAndSentAgainOnlyByAnOrder() throws SQLException {
        Shopper shopper = subscriber();
        String id = "m-" + UUID.randomUUID();
        queueMessage.queue(message(id, shopper, Instant.now().plus(Duration.ofDays(300))));
        execute("update message set state = 'in_doubt', reason = 'no-answer' where id = '" + id + "'");

        operator()
                .get("/v1/messages?state=in_doubt&limit=1000")
                .then()
                .statusCode(200)
                .body("messages.id", hasItem(id))
                .body(org.hamcrest.Matchers.not(containsString(shopper.pseudonym())));
        decide(id, "{\"decision\":\"maybe\",\"reason\":\"no idea\"}")
                .statusCode(400)
                .body("errors[0].field", equalTo("decision"));
        decide(id, "{\"decision\":\"resend\",\"reason\":\"their log has nothing of jane@example.org\"}")
                .statusCode(204);
        decide(id, "{\"decision\":\"resend\",\"reason\":\"once more\"}").statusCode(409);

        eventually().untilAsserted(() -> assertThat(mails(shopper)).hasSize(1));
        assertThat(one("select because from message_decision where message_id = '" + id + "'"))
                .isEqualTo("their log has nothing of [email]");
    }

    @Test
    void aReportedBounceSuppressesTheAddressAndErasureLeavesNothing() throws SQLException {
        Shopper shopper = subscriber();
        queueMessage.queue(message("m-" + UUID.randomUUID(), shopper, Instant.now()));
        eventually().untilAsserted(() -> assertThat(states(shopper)).containsExactly("delivered"));
        String link = one("select link::text from message where pseudonym = '" + shopper.pseudonym() + "'");

        given().auth()
                .oauth2(TestTokens.withRoles(Role.OPERATOR))
                .contentType(ContentType.JSON)
                .body("{\"messageId\":\"<" + link + "@shop.example>\",\"kind\":\"bounce\"}")
                .post("/v1/messages/reports")
                .then()
                .statusCode(204);

        assertThat(states(shopper)).containsExactly("bounced");
        assertThat(one("select reason from suppression where pseudonym = '" + shopper.pseudonym() + "'"))
                .isEqualTo("bounced");
        shopper.asksForErasure();
        eventually().untilAsserted(() -> assertThat(states(shopper)).isEmpty());
        assertThat(one("select count(*)::text from suppression where pseudonym = '" + shopper.pseudonym() + "'"))
                .isEqualTo("0");
        assertThat(queueMessage.queue(message("m-" + UUID.randomUUID(), shopper, Instant.now())))
                .isFalse();
    }

    private Shopper subscriber() {
        Shopper shopper = Shopper.unknown();
        say(shopper, 1, ConsentStatus.GRANTED, 0);
        return shopper;
    }

    private void say(Shopper shopper, long version, ConsentStatus status, long refusedAt) {
        ConsentState.Builder state = ConsentState.newBuilder()
                .setPseudonym(shopper.pseudonym())
                .setVersion(version)
                .addDecisions(PurposeDecision.newBuilder()
                        .setPurpose(Purpose.MARKETING_EMAIL)
                        .setStatus(status));
        if (refusedAt > 0) {
            state.addFences(dev.aisle.contracts.privacy.v1.PurposeFence.newBuilder()
                    .setPurpose(Purpose.MARKETING_EMAIL)
                    .setVersion(refusedAt));
        }
        TestRecords.write(Topic.CONSENTS, shopper.pseudonym(), state.build().toByteArray());
        eventually()
                .untilAsserted(() ->
                        assertThat(consents.of(shopper.pseudonym()).version()).isEqualTo(version));
    }

    private static NewMessage message(String id, Shopper shopper, Instant from) {
        return new NewMessage(
                id,
                new NewMessage.Recipient(shopper.pseudonym(), Channel.EMAIL, Purpose.MARKETING_EMAIL),
                new NewMessage.Origin("tea", 1, "a"),
                new NewMessage.Text("Tea for you", "<p>Tea</p>", "Tea"),
                new NewMessage.Window(from, from.plus(Duration.ofDays(1))));
    }

    private static List<MimeMessage> mails(Shopper shopper) {
        return OutsideWorld.mailsTo(PlayedPrivacy.addressOf(shopper.pseudonym()));
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().auth().oauth2(TestTokens.withRoles(Role.OPERATOR)).contentType(ContentType.JSON);
    }

    private static ValidatableResponse decide(String id, String body) {
        return operator().body(body).post("/v1/messages/" + id + "/decisions").then();
    }

    private List<String> states(Shopper shopper) throws SQLException {
        String states =
                one("select coalesce(string_agg(state, ' ' order by queued_at), '') from message where pseudonym = '"
                        + shopper.pseudonym() + "'");
        return states.isEmpty() ? List.of() : List.of(states.split(" ", -1));
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
