package dev.aisle.campaign;

import static io.restassured.RestAssured.given;

import com.google.protobuf.Timestamp;
import dev.aisle.campaign.delivery.journeys.store.TimerRepository;
import dev.aisle.campaign.delivery.journeys.usecase.FireJourneys;
import dev.aisle.campaign.delivery.journeys.usecase.TakeOn;
import dev.aisle.contracts.Topic;
import dev.aisle.contracts.catalog.v1.Product;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.TestRecords;
import dev.aisle.testing.TestTokens;
import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** Campaigns that send, and what became of them for somebody. Each test ends those that it began. */
abstract class JourneyScene {
    @Inject
    AgroalDataSource database;

    @Inject
    FireJourneys fireJourneys;

    @Inject
    TakeOn takeOn;

    @Inject
    TimerRepository timers;

    @Inject
    Shoppers shoppers;

    private final List<CampaignApi> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.stream()
                .filter(campaign -> !campaign.reads("").extract().path("state").equals("ended"))
                .forEach(campaign -> campaign.step("anna", "end").statusCode(200));
    }

    static ValidatableResponse counts(CampaignApi campaign) {
        return given().auth()
                .oauth2(TestTokens.of("counts-" + campaign.id(), Role.MARKETER))
                .get("/v1/journeys?campaign=" + campaign.id())
                .then();
    }

    CampaignApi runs(String trigger, String schedule) {
        CampaignApi campaign = new CampaignApi("j-" + UUID.randomUUID());
        return starts(campaign, """
            name: Journey
            kind: price_watch
            trigger: %s
            channels: [email]
            schedule: {%s}
            caps: {perPerson: {times: %d, window: P30D}}
            variations:
              - id: only
                content:
                  en: {subject: "Hello {product.title ?: 'you'} {product.price ?: ''}", text: "There {links.unsubscribe}"}
                  zh: {subject: "\\u4f60\\u597d", text: "\\u4f60\\u597d {links.unsubscribe}"}
            """.formatted(trigger, schedule, trigger.contains("schedule") ? 5 : 1));
    }

    CampaignApi runsSteps(String steps, String second) {
        CampaignApi campaign = new CampaignApi("j-" + UUID.randomUUID());
        return starts(campaign, stepped(campaign, steps, second));
    }

    static String segment(CampaignApi campaign) {
        return "s" + campaign.id();
    }

    static String stepped(CampaignApi campaign, String steps, String second) {
        return """
            {"name": "Steps", "kind": "price_watch", "trigger": {"type": "segment_entered", "segment": "%s"},
             "channels": ["email"], %s
             "variations": [
               {"id": "a", "content": {"en": {"subject": "First", "text": "First"}}},
               {"id": "b", "content": {"en": {"subject": "%s b", "text": "b"}}},
               {"id": "c", "content": {"en": {"subject": "%s c", "text": "c"}}}]}
            """.formatted(segment(campaign), steps, second, second);
    }

    CampaignApi starts(CampaignApi campaign, String definition) {
        if (definition.startsWith("name")) {
            CampaignApi.yaml("anna")
                    .body(definition)
                    .put("/v1/campaigns/" + campaign.id())
                    .then()
                    .statusCode(201);
        } else {
            campaign.save("anna", definition, null).statusCode(201);
        }
        campaign.step("anna", "submit").statusCode(200);
        campaign.step("bo", "approve").statusCode(200);
        started.add(campaign);
        return campaign;
    }

    static void told(String product, long minorUnits, Instant at) {
        TestRecords.write(
                Topic.CATALOG,
                product,
                Product.newBuilder()
                        .setProductId(product)
                        .setTitle("Blue kettle")
                        .setPrice(Money.newBuilder().setMinorUnits(minorUnits).setCurrency("EUR"))
                        .setSourceTime(Timestamp.newBuilder()
                                .setSeconds(at.getEpochSecond())
                                .setNanos(at.getNano()))
                        .build()
                        .toByteArray());
    }

    /** Ends the wait of whoever is on the way, by the clock of the database: the service's own loop takes them on. */
    void comesDue(CampaignApi campaign) throws SQLException {
        all("update journey set due_at = now() where campaign_id = '" + campaign.id()
                + "' and state = 'waiting' returning id");
    }

    /** Whoever else is known here stands on schedules, too. */
    void drain(CampaignApi campaign, Instant now) {
        int claimed;
        do {
            claimed = fireJourneys.round(campaign.id(), now);
        } while (claimed > 0);
    }

    List<String> journeys(CampaignApi campaign, Subscriber of) throws SQLException {
        return all("select state from journey" + where(campaign, of) + " order by id");
    }

    List<String> firings(CampaignApi campaign, Subscriber of) throws SQLException {
        return all("select outcome || '/' || rule from journey_firing" + where(campaign, of) + " order by number");
    }

    List<String> words(CampaignApi campaign, Subscriber of) throws SQLException {
        return all(
                "select campaign_version || ' ' || case when variation = 'a' then 'First' else (select subject from message_words"
                        + " where message_id = message.id) end from message" + where(campaign, of)
                        + " order by queued_at");
    }

    int messages(CampaignApi campaign, Subscriber of) throws SQLException {
        return all("select id from message" + where(campaign, of)).size();
    }

    static String where(CampaignApi campaign, Subscriber of) {
        return " where campaign_id = '" + campaign.id() + "' and pseudonym = '" + of.pseudonym() + "'";
    }

    String one(String sql) throws SQLException {
        return all(sql).getFirst();
    }

    List<String> all(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
