package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.aisle.campaign.experiments.metrics.MetricDefinitions;
import dev.aisle.campaign.outside.OutsideWorld;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order of recommended products as an experiment: what the recommender is asked for is what the person's variation says. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
@QuarkusTestResource(OutsideWorld.class)
class RankingExperimentIT {
    @Inject
    MetricDefinitions metrics;

    @Inject
    Grants grants;

    @Inject
    AgroalDataSource database;

    private String placement;
    private ExperimentApi one;

    @BeforeEach
    void newOne() {
        placement = "p-" + UUID.randomUUID();
        one = new ExperimentApi(
                "r-" + UUID.randomUUID(), metrics.ids().iterator().next());
    }

    private String definition(String control, String treatment) {
        return """
                {"name": "Variety", "hypothesis": "Variety sells.", "flag": "ranking-%s",
                 "variations": [{"key": "usual", "weight": 0.5, "value": %s},
                                {"key": "varied", "weight": 0.5, "value": %s}],
                 "metrics": [{"metric": "%s", "role": "goal"}]}
                """.formatted(placement, control, treatment, one.metric());
    }

    private Shopper inVariation(String variation) {
        Shopper shopper = Stream.generate(Shopper::unknown)
                .filter(unknown -> variant(unknown).equals(variation))
                .findFirst()
                .orElseThrow();
        grants.says(shopper, 1, Purpose.PERSONALIZATION, Purpose.ANALYTICS);
        return shopper;
    }

    private String variant(Shopper shopper) {
        return new ExperimentApi("ranking-" + placement, "").variant(shopper);
    }

    private List<String> exposures(Shopper shopper) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select variation from experiment_exposure where experiment_id = ? and pseudonym = ?")) {
            select.setString(1, one.id());
            select.setString(2, shopper.pseudonym());
            try (var rows = select.executeQuery()) {
                return rows.next() ? List.of(rows.getString(1)) : List.of();
            }
        }
    }

    @Test
    void eachVariationIsOrderedInItsOwnWayAndSeenWhenProductsAreShown() throws SQLException {
        one.save(definition("{}", "{\"diversity\": 0.75, \"diversityMethod\": \"DPP\"}"), null)
                .statusCode(201);
        one.step("{\"step\": \"start\"}").statusCode(200);
        Shopper usual = inVariation("usual");
        Shopper varied = inVariation("varied");

        Storefront.asks(placement, varied, "recommender-down").statusCode(200);
        assertThat(exposures(varied)).as("nothing was shown").isEmpty();
        Storefront.asks(placement, usual).statusCode(200).body("items[1].title", equalTo("Ice"));
        Storefront.asks(placement, varied).statusCode(200).body("items[1].title", equalTo("Ice 0.75 DPP"));

        assertThat(exposures(usual)).containsExactly("usual");
        assertThat(exposures(varied)).containsExactly("varied");
        Storefront.asks("elsewhere-" + placement, varied).statusCode(200).body("items[1].title", equalTo("Ice"));
    }

    @Test
    void whatWasKeptIsForEverybody() {
        one.save(definition("{}", "{\"diversity\": 0.5}"), null).statusCode(201);
        one.step("{\"step\": \"start\"}").statusCode(200);
        Shopper usual = inVariation("usual");
        one.step("{\"step\": \"stop\"}").statusCode(200);
        one.step("{\"step\": \"conclude\", \"learnt\": \"Variety sells.\", \"kept\": \"varied\"}")
                .statusCode(200);

        Storefront.asks(placement, usual)
                .statusCode(200)
                .body("items[1].title", equalTo("Ice 0.5 DIVERSITY_METHOD_UNSPECIFIED"));
    }

    @Test
    void settingsThatTheRecommenderHasNotAreRefused() {
        one.save(definition("{}", "{\"diversity\": 1.5, \"trend\": 11, \"maxPerBrand\": 0, \"magic\": true}"), null)
                .statusCode(400)
                .body("errors.field", hasItem("/variations/1/value/diversity"))
                .body("errors.field", hasItem("/variations/1/value/trend"))
                .body("errors.field", hasItem("/variations/1/value/maxPerBrand"))
                .body("errors.field", hasItem("/variations/1/value/magic"));
        one.save(definition("\"usual\"", "\"varied\""), null).statusCode(400);
    }
}
