package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Coupons, ads, messages and decisions in the console. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class MoneyConsoleIT {
    private static final String COUPONS = "/console/campaigns/coupons";
    private static final String ADS = "/console/campaigns/ads";
    private static final String MESSAGES = "/console/campaigns/messages";
    private static final String DECISIONS = "/console/campaigns/decisions";

    @Inject
    AgroalDataSource database;

    private final String id = "mon-" + UUID.randomUUID();
    private final ConsoleSession marketer = ConsoleSession.as("marketer");

    private Map<String, String> coupon() {
        return new HashMap<>(Map.of(
                "id",
                id,
                "benefit.kind",
                "AMOUNT",
                "benefit.amount",
                "5",
                "codes",
                "SHARED",
                "currency",
                "EUR",
                "conditions.minimum",
                "20.00",
                "limits.budget",
                "12.50"));
    }

    @Test
    void onlyMarketersSeeCouponsAndAds() {
        marketer.get(COUPONS);
        assertThat(marketer.post(COUPONS + "/new", coupon()).statusCode()).isEqualTo(200);

        ConsolePages.seenBy(
                Set.of("marketer"),
                COUPONS,
                COUPONS + "/new",
                COUPONS + "/one/" + id,
                ADS,
                ADS + "/new",
                ADS + "/new-advertiser");
    }

    @Test
    void aCouponIsMadeItsCodesAreShownOnceTriedAndEnded() {
        marketer.get(COUPONS);
        HttpResponse<String> made = marketer.post(COUPONS + "/new", coupon());
        assertThat(made.body())
                .contains("Issue codes now")
                .contains("€5.00 off")
                .contains("€12.50");

        String issued = marketer.post(COUPONS + "/one/" + id + "/codes", Map.of("count", "1"))
                .body();
        Matcher code = Pattern.compile("[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}").matcher(issued);
        assertThat(code.find()).isTrue();
        assertThat(marketer.get(COUPONS + "/one/" + id).body()).doesNotContain(code.group());

        assertThat(tried(code.group(), "59.90")).contains("It is taken").contains("€5.00");
        assertThat(tried(code.group(), "19.99")).contains("below the coupon").doesNotContain("It is taken");
        assertThat(tried("nothing", "59.90")).contains("don&#39;t know this code");
        assertThat(marketer.post(COUPONS + "/one/" + id + "/try", Map.of("tried", code.group(), "basket", "a lot"))
                        .statusCode())
                .isEqualTo(422);

        assertThat(marketer.post(COUPONS + "/one/" + id + "/end", Map.of()).body())
                .contains("The coupon is ended")
                .doesNotContain("d-end");
        assertThat(tried(code.group(), "59.90")).contains("any more");
    }

    private String tried(String code, String basket) {
        return marketer.post(COUPONS + "/one/" + id + "/try", Map.of("tried", code, "basket", basket))
                .body();
    }

    @Test
    void whatIsWrongWithACouponStandsBesideItsField() {
        marketer.get(COUPONS);
        Map<String, String> wrong = coupon();
        wrong.put("benefit.amount", "5.001");
        assertThat(marketer.post(COUPONS + "/new", wrong).body())
                .containsPattern("id=\"f-benefit.amount\"[^>]*value=\"5.001\"[^>]*aria-invalid");
        wrong.put("benefit.amount", "<script>");
        HttpResponse<String> page = marketer.post(COUPONS + "/new", wrong);
        assertThat(page.statusCode()).isEqualTo(422);
        ConsolePages.fit("coupon with errors", page, "en");

        Map<String, String> tiers = coupon();
        tiers.put("benefit.kind", "TIERED");
        tiers.remove("benefit.amount");
        tiers.put("benefit.tiers", "50 10%\r\n100 15.00");
        assertThat(marketer.post(COUPONS + "/new", tiers).body())
                .contains("10 % off from €50.00 on; €15.00 off from €100.00 on");
        tiers.put("benefit.tiers", "50 20%");
        assertThat(marketer.post(COUPONS + "/new", tiers).body()).contains("another coupon with this id");
    }

    @Test
    void anAdvertiserAndAnAdAreMadeAndTheAdIsEnded() {
        marketer.get(ADS);
        Map<String, String> advertiser = Map.of(
                "id",
                id,
                "name",
                "Cups & <b>Co</b>",
                "budget",
                "100",
                "dailyBudget",
                "10",
                "currency",
                "EUR",
                "zone",
                "Europe/Berlin");
        assertThat(marketer.post(ADS + "/new-advertiser", advertiser).body())
                .contains("Cups &amp; &lt;b&gt;Co")
                .contains("€100.00");
        Map<String, String> ad = new HashMap<>(Map.of(
                "id",
                id,
                "advertiser",
                id,
                "productId",
                "p-1",
                "title",
                "Cups",
                "bid",
                "0.35",
                "placements",
                "home, search",
                "keywords",
                "cups"));
        assertThat(marketer.post(ADS + "/new", ad).body()).contains("€0.35").contains("home, search");
        assertThat(marketer.post(ADS + "/" + id + "/end", Map.of()).body()).contains("The ad is ended");

        ad.put("bid", "much");
        assertThat(marketer.post(ADS + "/new", ad).body()).containsPattern("id=\"f-bid\"[^>]*aria-invalid");
        ad.put("advertiser", "nobody");
        assertThat(marketer.post(ADS + "/new", ad).statusCode()).isEqualTo(422);
    }

    @Test
    void operatorsDecideAboutAMessageInDoubtAndMarketersSeeCountsOnly() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, """
                    insert into message (id, pseudonym, channel, purpose, consent_version, campaign_id, campaign_version,
                        variation, not_after, next_at, queued_at, changed_at, state, reason)
                    values ('%1$s', '%1$s', 'email', 'marketing_email', 1, '%1$s', 1, 'only', now() + interval '1 hour',
                        now(), now(), now(), 'in_doubt', 'no-answer')
                    """.formatted(id));
        }
        ConsolePages.seenBy(Set.of("marketer", "analyst", "operator"), MESSAGES, MESSAGES + "?state=failed");
        // An exact number of messages would tell of one person's.
        assertThat(marketer.get(MESSAGES).body()).doesNotContain(id).doesNotContain("class=\"stats\"");

        ConsoleSession operator = ConsoleSession.as("operator");
        assertThat(operator.get(MESSAGES + "?after=" + id.substring(0, 12)).body())
                .contains(id);
        Map<String, String> settled = Map.of("decision", "mark_sent", "reason", "the relay says so");
        assertThat(marketer.post(MESSAGES + "/" + id + "/decisions", settled).statusCode())
                .isEqualTo(403);
        assertThat(operator.post(MESSAGES + "/" + id + "/decisions", Map.of("decision", "resend", "reason", ""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(operator.post(MESSAGES + "/replays", Map.of("reason", "")).statusCode())
                .isEqualTo(400);
        assertThat(marketer.post(MESSAGES + "/replays", Map.of("reason", "the relay is back"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(operator.post(MESSAGES + "/" + id + "/decisions", settled).body())
                .contains("settled as taken");
        assertThat(operator.post(MESSAGES + "/" + id + "/decisions", settled).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whySomebodyDoesNotGetACampaignIsAskedByPseudonymOnly() {
        CampaignApi campaign = new CampaignApi(id);
        campaign.save("anna", campaign.definition("One"), null).statusCode(201);
        marketer.get(DECISIONS);

        HttpResponse<String> customer =
                marketer.post(DECISIONS + "/why", Map.of("campaign", id, "subject", "anna@example.com"));
        assertThat(customer.statusCode()).isEqualTo(422);
        assertThat(customer.body()).contains("This is no pseudonym");

        String subject = "p1.k1." + "a".repeat(32);
        HttpResponse<String> answer = marketer.post(DECISIONS + "/why", Map.of("campaign", id, "subject", subject));
        assertThat(answer.statusCode()).isEqualTo(200);
        ConsolePages.fit("why not", answer, "en");
        assertThat(answer.body()).contains("t get it now").contains("personalization isn&#39;t allowed");
        assertThat(marketer.get(DECISIONS + "?id=%00nothing").statusCode()).isEqualTo(200);
    }
}
