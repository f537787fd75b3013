package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.campaign.delivery.messages.domain.Channel;
import dev.aisle.campaign.delivery.messages.domain.NewMessage;
import dev.aisle.campaign.delivery.messages.usecase.QueueMessage;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.outside.PlayedPrivacy;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shopper says changes what the shopper gets from then on; what a mail's reader does is seen where that is allowed. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class CampaignFeedbackIT {
    private static final String TARGET = "https://shop.example/tea?a=1&b=2";
    private static final Pattern CLICK = Pattern.compile("href=\"([^\"]+/v1/mail-clicks/[^\"]+)\"");
    private static final Pattern OPEN = Pattern.compile("src=\"([^\"]+/v1/mail-opens/[^\"]+)\"");

    @Inject
    Grants grants;

    @Inject
    QueueMessage queueMessage;

    @Inject
    AgroalDataSource database;

    private final CampaignApi campaign = new CampaignApi("say-" + UUID.randomUUID());

    private void start(String more) {
        String definition = campaign.definition("Hello").replace("\"holdout\": 0,", "\"holdout\": 0," + more);
        campaign.save("anna", definition, null).statusCode(201);
        campaign.step("anna", "submit").statusCode(200);
        campaign.step("bert", "approve").statusCode(200);
    }

    private static ValidatableResponse says(String body) {
        return given().auth()
                .oauth2(TestTokens.withRoles(Role.STOREFRONT))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/campaign-feedback")
                .then();
    }

    private static ValidatableResponse says(Shopper shopper, String about, String word) {
        return says("{\"id\":\"%s\",\"subject\":\"%s\",\"about\":\"%s\",\"word\":\"%s\"}"
                .formatted(UUID.randomUUID(), shopper.pseudonym(), about, word));
    }

    private String decides(Shopper shopper) {
        return Storefront.asks(campaign.id(), shopper)
                .statusCode(200)
                .body("campaign.id", equalTo(campaign.id()))
                .extract()
                .path("decisionId");
    }

    @Test
    void notForMeKeepsTheCampaignAwayAtOnceAndUsefulBringsItBack() {
        start("");
        Shopper shopper = grants.somebody(Purpose.PERSONALIZATION);
        String decision = decides(shopper);

        says(shopper, decision, "not_for_me").statusCode(204);

        Storefront.asks(campaign.id(), shopper).statusCode(200).body("campaign", nullValue());
        Shopper other = grants.somebody(Purpose.PERSONALIZATION);
        says(other, decision, "not_for_me").statusCode(422).body("errors[0].field", equalTo("about"));
        decides(other);
        says(shopper, decision, "useful").statusCode(204);
        decides(shopper);
    }

    @Test
    void tooOftenHalvesTheCap() {
        start("\"caps\": {\"perPerson\": {\"times\": 4, \"window\": \"P1D\"}},");
        Shopper shopper = grants.somebody(Purpose.PERSONALIZATION);
        decides(shopper);
        String decision = decides(shopper);

        says(shopper, decision, "too_often").statusCode(204);

        Storefront.asks(campaign.id(), shopper).statusCode(200).body("campaign", nullValue());
    }

    @Test
    void notForMeStopsWhatWaitsToBeSent() throws SQLException {
        start("");
        Shopper shopper = grants.somebody(Purpose.MARKETING_EMAIL);
        NewMessage message = message(shopper, Instant.now().plusSeconds(3_600));
        queueMessage.queue(message);

        says(shopper, message.id(), "not_for_me").statusCode(204);
        NewMessage later = message(shopper, Instant.now());
        queueMessage.queue(later);

        assertThat(state(message)).isEqualTo("suppressed/not_for_me");
        eventually().untilAsserted(() -> assertThat(state(later)).startsWith("suppressed/"));
        assertThat(OutsideWorld.mailsTo(PlayedPrivacy.addressOf(shopper.pseudonym())))
                .isEmpty();
    }

    @Test
    void aMailTellsOfOpeningAndClicksOnlyWhereAnalyticsIsAllowedAndLeadsOnlyToItsOwnTargets() throws Exception {
        start("");
        Shopper reader = grants.somebody(Purpose.MARKETING_EMAIL, Purpose.ANALYTICS);
        Shopper quiet = grants.somebody(Purpose.MARKETING_EMAIL);
        NewMessage tracked = message(reader, Instant.now());
        queueMessage.queue(tracked);
        queueMessage.queue(message(quiet, Instant.now()));

        String html = htmlOf(reader);
        assertThat(htmlOf(quiet)).contains("href=\"https://shop.example/tea").doesNotContain("/v1/mail-");
        assertThat(html).doesNotContain("href='");
        String click = path(CLICK, html);
        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(path(OPEN, html))
                .then()
                .statusCode(200);
        assertThat(noted(tracked)).isEqualTo("true/false");
        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(click)
                .then()
                .statusCode(302)
                .header("Location", TARGET);
        given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .get(click.replace("shop.example", "evil.example"))
                .then()
                .statusCode(404);

        assertThat(noted(tracked)).isEqualTo("true/true");
        grants.says(reader, 2, Purpose.MARKETING_EMAIL);
        eventually().untilAsserted(() -> assertThat(noted(tracked)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "word; {\"id\":\"1\",\"subject\":\"S\",\"campaign\":\"x\",\"word\":\"hm\"}",
                "subject; {\"id\":\"1\",\"subject\":\"anna\",\"campaign\":\"x\",\"word\":\"useful\"}",
                "about; {\"id\":\"1\",\"subject\":\"S\",\"word\":\"useful\"}",
                "stars; {\"id\":\"1\",\"subject\":\"S\",\"campaign\":\"x\",\"word\":\"stars\"}",
                "stars; {\"id\":\"1\",\"subject\":\"S\",\"campaign\":\"x\",\"word\":\"stars\",\"stars\":6}",
                "campaign; {\"id\":\"1\",\"subject\":\"S\",\"campaign\":\"no-such-one\",\"word\":\"useful\"}"
            })
    void whatCantBeTakenNamesItsField(String field, String body) {
        String error = says(body.replace("\"S\"", "\"" + Shopper.unknown().pseudonym() + "\""))
                .statusCode(org.hamcrest.Matchers.oneOf(400, 422))
                .extract()
                .path("errors[0].field");

        assertThat(error).endsWith(field);
    }

    private NewMessage message(Shopper shopper, Instant from) {
        return new NewMessage(
                "m-" + UUID.randomUUID(),
                new NewMessage.Recipient(shopper.pseudonym(), Channel.EMAIL, Purpose.MARKETING_EMAIL),
                new NewMessage.Origin(campaign.id(), 1, "only"),
                new NewMessage.Text(
                        "Tea",
                        "<p><a href=\"" + TARGET.replace("&", "&amp;")
                                + "\">Tea</a> <a href='https://shop.example/more'>More</a></p>",
                        "Tea: " + TARGET),
                new NewMessage.Window(from, from.plus(Duration.ofDays(1))));
    }

    private static String htmlOf(Shopper shopper) throws Exception {
        String address = PlayedPrivacy.addressOf(shopper.pseudonym());
        eventually().until(() -> OutsideWorld.mailsTo(address).size() == 1);
        MimeMultipart parts =
                (MimeMultipart) OutsideWorld.mailsTo(address).getFirst().getContent();
        return (String) parts.getBodyPart(1).getContent();
    }

    private static String path(Pattern pattern, String html) {
        Matcher found = pattern.matcher(html);
        assertThat(found.find()).as(html).isTrue();
        URI link = URI.create(found.group(1));
        return link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery());
    }

    private String state(NewMessage message) throws SQLException {
        return one("select state || '/' || coalesce(reason, '') from message where id = '" + message.id() + "'");
    }

    private String noted(NewMessage message) throws SQLException {
        return one("select coalesce(max((opened_at is not null) || '/' || (clicked_at is not null)), '')"
                + " from campaign_contact where id = '" + message.id() + "'");
    }

    private String one(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
