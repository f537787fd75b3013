package dev.aisle.campaign;

import static dev.aisle.campaign.Storefront.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.google.protobuf.Timestamp;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.campaign.results.bandits.LearnWeights;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.contracts.common.v1.Money;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.events.v1.EventType;
import dev.aisle.contracts.events.v1.Order;
import dev.aisle.contracts.events.v1.ShopEvent;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The reward of something shown comes late, and whoever writes it or credits it dies: the server ends the connection within the transaction, as it does when the
 * process at its other end is killed. The reward is credited once.
 */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class BanditCrashIT {
    @Inject
    Grants grants;

    @Inject
    LearnWeights learnWeights;

    @Inject
    AgroalDataSource database;

    private final String unique = UUID.randomUUID().toString();
    private final CampaignApi campaign = new CampaignApi("crash-" + unique);
    private final String killer = "killer_" + unique.replace("-", "");

    @AfterEach
    void nobodyDiesAnyMore() throws SQLException {
        execute("drop function if exists " + killer + " cascade");
    }

    @Test
    void aLateRewardIsCreditedOnceThoughWhoeverCreditsItDies() throws SQLException {
        runs();
        dies("bandit_weights", "new.campaign_id = '" + campaign.id() + "'");
        Shopper shopper = shownTo();
        ShopEvent bought = buys(shopper);
        shopper.writes(bought);
        eventually().untilAsserted(() -> assertThat(orders(shopper)).isEqualTo(1));

        // Between the reward and its credit: each try dies where the credit is written.
        for (int n = 0; n < 2; n++) {
            eventually()
                    .untilAsserted(() -> assertThatThrownBy(learnWeights::learn).isInstanceOf(RuntimeException.class));
            assertThat(epochs()).isZero();
        }
        execute("drop function " + killer + " cascade");

        eventually().ignoreExceptions().untilAsserted(() -> {
            learnWeights.learn();
            assertThat(credited()).isEqualTo("1");
        });
        shopper.writes(bought);
        Shopper later = shownTo();
        later.writes(buys(later));
        eventually().ignoreExceptions().untilAsserted(() -> {
            learnWeights.learn();
            assertThat(orders(later)).isEqualTo(1);
            assertThat(credited()).isEqualTo("2");
        });
        assertThat(orders(shopper)).isEqualTo(1);
    }

    @Test
    void aRewardWhoseWriterDiesComesAgainAndCountsOnce() throws SQLException {
        runs();
        Shopper shopper = shownTo();
        execute("create sequence " + killer + "_times");
        dies(
                "campaign_order",
                "new.pseudonym = '" + shopper.pseudonym() + "' and nextval('" + killer + "_times') <= 2");

        shopper.writes(buys(shopper));

        eventually()
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(orders(shopper)).isEqualTo(1));
        eventually().ignoreExceptions().untilAsserted(() -> {
            learnWeights.learn();
            assertThat(credited()).isEqualTo("1");
        });
        assertThat(one("select last_value::text from " + killer + "_times")).isEqualTo("3");
        execute("drop sequence " + killer + "_times");
    }

    private void runs() {
        campaign.save("anna", """
                        {"name": "Spring", "kind": "coupon", "placements": ["%s"], "holdout": 0,
                         "assignment": {"bandit": {"policy": "thompson", "goal": "conversion", "floor": 0.1, "within": "PT5S"}},
                         "variations": [
                           {"id": "plain", "weight": 0.5, "content": {"en": {"title": "Tea", "body": "There"}}},
                           {"id": "bold", "weight": 0.5, "content": {"en": {"title": "Tea!", "body": "There"}}}]}
                        """.formatted(campaign.id()), null).statusCode(201);
        campaign.step("anna", "submit").statusCode(200);
        campaign.step("bert", "approve").statusCode(200);
    }

    private Shopper shownTo() {
        Shopper shopper = grants.somebody(Purpose.PERSONALIZATION, Purpose.ANALYTICS);
        eventually()
                .untilAsserted(
                        () -> Storefront.asks(campaign.id(), shopper).body("campaign.id", equalTo(campaign.id())));
        return shopper;
    }

    /** Whoever inserts such a row loses the connection before anything is committed. */
    private void dies(String table, String when) throws SQLException {
        execute(
                "create function " + killer + "() returns trigger language plpgsql as $$ begin if " + when
                        + " then perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); end if; return new; end $$");
        execute("create trigger " + killer + " after insert on " + table + " for each row execute function " + killer
                + "()");
    }

    /** A moment after it was shown, however long ago that is: a reward counts for five seconds. */
    private ShopEvent buys(Shopper shopper) throws SQLException {
        long shownAt = Long.parseLong(one("select floor(extract(epoch from max(at)))::bigint::text"
                + " from campaign_contact where pseudonym = '" + shopper.pseudonym() + "'"));
        return shopper.sealed(
                shopper.event(EventType.PURCHASE, "tea").toBuilder()
                        .setOrder(Order.newBuilder()
                                .setRevenue(
                                        Money.newBuilder().setMinorUnits(1_299).setCurrency("EUR")))
                        .addGrantedPurposes(Purpose.ANALYTICS)
                        .setOccurredAt(Timestamp.newBuilder().setSeconds(shownAt + 1))
                        .build(),
                shopper.pseudonym());
    }

    private long orders(Shopper shopper) throws SQLException {
        return Long.parseLong(
                one("select count(*)::text from campaign_order where pseudonym = '" + shopper.pseudonym() + "'"));
    }

    private long epochs() throws SQLException {
        return Long.parseLong(
                one("select count(*)::text from bandit_weights where campaign_id = '" + campaign.id() + "'"));
    }

    /** Rewards of the newest epoch, over all variations. */
    private String credited() throws SQLException {
        return one(
                "select sum((part->'rewards'->>'sum')::numeric)::int::text from bandit_weights, jsonb_array_elements(evidence::jsonb) part"
                        + " where campaign_id = '" + campaign.id() + "' group by epoch order by epoch desc limit 1");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Sql.query(connection, sql, row -> row.getString(1)).stream()
                    .findFirst()
                    .orElse("");
        }
    }
}
