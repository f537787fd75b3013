package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;

import dev.aisle.campaign.delivery.journeys.domain.Journey;
import dev.aisle.campaign.delivery.journeys.usecase.InterruptedJourneys;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is due goes once: through crashes, replicas, pauses and changes of the clock. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class JourneyTimersIT extends JourneyScene {
    @Test
    void aProcessThatDiesBetweenClaimAndCommitLosesNothingAndSendsNothingTwice() throws Exception {
        CampaignApi campaign = runs("{type: after_purchase, after: PT5H}", "");
        Subscriber buyer = Subscriber.fresh();
        buyer.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(journeys(campaign, buyer)).containsExactly("waiting"));
        Instant due = Instant.now().plus(Duration.ofHours(6));

        UUID dies = UUID.randomUUID();
        List<Journey> claimed = timers.claim(campaign.id(), due, 10, dies, due.plusSeconds(60));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    takeOn.all(claimed, dies, Map.of(), due);
                    throw new IllegalStateException("dies before the commit");
                }))
                .hasMessageContaining("dies");
        assertThat(claimed).hasSize(1);
        assertThat(messages(campaign, buyer)).isZero();
        assertThat(fireJourneys.round(campaign.id(), due)).as("still held").isZero();

        Instant later = due.plusSeconds(61);
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> rounds = new ArrayList<>();
            for (int replica = 0; replica < 4; replica++) {
                rounds.add(replicas.submit(() -> fireJourneys.round(campaign.id(), later)));
            }
            int taken = 0;
            for (Future<Integer> round : rounds) {
                taken += round.get();
            }
            assertThat(taken).isEqualTo(1);
        }
        // The one who was thought dead comes back.
        takeOn.all(claimed, dies, Map.of(), later);

        assertThat(messages(campaign, buyer)).isEqualTo(1);
        assertThat(firings(campaign, buyer)).containsExactly("sent/sent");
    }

    @Test
    void aWithdrawalAfterTheDecisionIsAnExpectedOutcome() throws SQLException {
        CampaignApi campaign = runs("{type: after_purchase, after: PT5H}", "");
        Subscriber wavers = Subscriber.fresh();
        wavers.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(journeys(campaign, wavers)).containsExactly("waiting"));

        InterruptedJourneys.by(() -> wavers.says(2, ConsentStatus.WITHDRAWN, 2))
                .round(campaign.id(), Instant.now().plus(Duration.ofHours(6)));

        assertThat(firings(campaign, wavers)).containsExactly("sent/sent");
    }

    @Test
    void whileConsentsAreUnknownInTheMiddleOfARoundNobodyIsPutOff() throws SQLException {
        CampaignApi campaign = runs("{type: after_purchase, after: PT5H}", "");
        Subscriber buyer = Subscriber.fresh();
        buyer.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(journeys(campaign, buyer)).containsExactly("waiting"));
        Instant due = Instant.now().plus(Duration.ofHours(6));

        int claimed = InterruptedJourneys.by(() -> {
                    throw new ConsentAtUse.UnknownNow();
                })
                .round(campaign.id(), due);

        assertThat(claimed).isEqualTo(1);
        assertThat(firings(campaign, buyer)).isEmpty();
        assertThat(fireJourneys.round(campaign.id(), due.plusSeconds(61)))
                .as("due again as soon as the claim has run out")
                .isEqualTo(1);
        assertThat(firings(campaign, buyer)).containsExactly("sent/sent");
    }

    @Test
    void theClockStrikesOnceAWeekOnThePersonsClockAlsoWhenTheSystemsIsPutBack() throws SQLException {
        CampaignApi campaign = runs("{type: schedule}", "cron: \"0 9 * * 1\"");
        Subscriber reader = Subscriber.fresh();
        reader.does(EventType.PRODUCT_VIEW, "kettle", "en", "Asia/Shanghai");
        eventually()
                .untilAsserted(() -> assertThat(one("select count(*) from recipient where zone is not null"
                                + " and allowed_email and pseudonym = '" + reader.pseudonym() + "'"))
                        .as("the event and the consent, which both put moments of the real clock")
                        .isEqualTo("1"));
        eventually()
                .untilAsserted(() -> assertThat(
                                all("select about from trigger_walk where done and about = '" + campaign.id() + "@1'"))
                        .as("the walk over everybody, which puts the moments of the real clock")
                        .hasSize(1));
        Instant strikes =
                Instant.parse(one("select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                        + " from journey where pseudonym = '" + reader.pseudonym() + "' and campaign_id = '"
                        + campaign.id()
                        + "'"));
        assertThat(strikes.atOffset(ZoneOffset.ofHours(8)).toLocalTime()).isEqualTo(LocalTime.of(9, 0));

        for (Instant now : List.of(
                strikes.minusSeconds(1),
                strikes,
                strikes.plusSeconds(1),
                strikes.minus(Duration.ofHours(1)),
                strikes,
                strikes.plus(Duration.ofDays(1)))) {
            drain(campaign, now);
        }
        assertThat(messages(campaign, reader)).isEqualTo(1);
        drain(campaign, strikes.plus(Duration.ofDays(7)));

        assertThat(messages(campaign, reader)).isEqualTo(2);
    }

    @Test
    void quietHoursPostponeToTheirEndOnThePersonsClock() throws SQLException {
        LocalTime shanghai = LocalTime.now(ZoneOffset.ofHours(8)).truncatedTo(ChronoUnit.MINUTES);
        CampaignApi campaign = runs(
                "{type: first_visit}",
                "quietHours: {from: \"" + shanghai.minusHours(1) + "\", to: \"" + shanghai.plusHours(2) + "\"}");
        Subscriber sleeps = Subscriber.fresh();

        sleeps.does(EventType.PRODUCT_VIEW, "kettle", "en", "Asia/Shanghai");

        eventually()
                .untilAsserted(
                        () -> assertThat(firings(campaign, sleeps)).containsExactly("postponed/schedule.quietHours"));
        assertThat(one("select to_char(due_at at time zone 'Asia/Shanghai', 'HH24:MI:SS') from journey where"
                        + " pseudonym = '"
                        + sleeps.pseudonym() + "' and campaign_id = '" + campaign.id() + "'"))
                .isEqualTo(shanghai.plusHours(2) + ":00");
        fireJourneys.round(campaign.id(), Instant.now().plus(Duration.ofHours(3)));
        assertThat(messages(campaign, sleeps)).isEqualTo(1);
    }

    @Test
    void aPausedCampaignHoldsItsTimersAndAnEndedOneHasNone() throws SQLException {
        CampaignApi campaign = runs("{type: up_sell, after: PT1H}", "");
        Subscriber buyer = Subscriber.fresh();
        buyer.does(EventType.PURCHASE, "kettle");
        eventually().untilAsserted(() -> assertThat(journeys(campaign, buyer)).containsExactly("waiting"));
        campaign.step("anna", "pause").statusCode(200);

        fireJourneys.round(campaign.id(), Instant.now().plus(Duration.ofHours(2)));
        assertThat(timers.dueCampaigns(Instant.now().plus(Duration.ofHours(2)))).doesNotContain(campaign.id());
        assertThat(journeys(campaign, buyer)).containsExactly("waiting");
        campaign.step("anna", "end").statusCode(200);

        eventually()
                .untilAsserted(() -> assertThat(firings(campaign, buyer)).containsExactly("cancelled/campaign-ended"));
        assertThat(messages(campaign, buyer)).isZero();
        counts(campaign).statusCode(200).body("versions", hasSize(0));
    }
}
