package dev.aisle.recommender.models.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.catalog.shared.Checksum;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.GateResult.Comparison;
import dev.aisle.recommender.models.gate.GateResult.Verdict;
import dev.aisle.recommender.models.registry.ModelRepository;
import dev.aisle.recommender.models.registry.RegisterModel;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.store.ModelInUse;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of candidates by themselves. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class PlaceCandidateIT {
    private static final Comparison WORSE = new Comparison("ndcg@20", 0.1, 0.2, -0.1, -0.12, -0.08, 0.01);

    @Inject
    PlaceCandidate placeCandidate;

    @Inject
    RegisterModel registerModel;

    @Inject
    ModelRepository models;

    @Inject
    ModelDirectory directory;

    @Inject
    ModelInUse inUse;

    @Inject
    AgroalDataSource database;

    private String serving;

    @BeforeEach
    void aServingModel() {
        TrainedShop.make();
        serving = Registry.trained();
        assertThat(Registry.serving()).isEqualTo(serving);
    }

    @Test
    void aWorseCandidateIsRefusedWithItsFiguresAndShownByForceOnly() {
        String candidate = registered(new GateResult(Verdict.REFUSED, Basis.UNSEEN, 300, WORSE, "It is worse."));

        placeCandidate.place(candidate, models.find(candidate).orElseThrow().gate());

        assertThat(Registry.inUse()).isEqualTo(serving);
        Registry.get(candidate)
                .body("state", is("refused"), "gate.comparison.difference", is(-0.1f), "gate.people", is(300));
        Registry.promote(candidate, Map.of("to", "serving", "reason", "why"))
                .statusCode(409)
                .body("type", is("/problems/refused-by-gate"), "detail", containsString("It is worse."));
        Registry.promote(candidate, Map.of("to", "serving", "reason", "why", "force", true, "dryRun", true))
                .statusCode(200);
    }

    @Test
    void anUndecidedCandidateWaits() {
        String candidate = registered(new GateResult(Verdict.UNDECIDED, Basis.UNSEEN, 30, WORSE, "Not clear."));

        placeCandidate.place(candidate, models.find(candidate).orElseThrow().gate());

        Registry.get(candidate).body("state", is("candidate"));
        assertThat(Registry.inUse()).isEqualTo(serving);
    }

    @Test
    void anErasureThatWaitsTooLongOutranksTheGate() throws SQLException {
        // Half of the 24 hours that a receipt promises.
        learnedFromErased("13 hours");
        String candidate = registered(new GateResult(Verdict.REFUSED, Basis.UNSEEN, 300, WORSE, "It is worse."));

        placeCandidate.place(candidate, models.find(candidate).orElseThrow().gate());

        Registry.get(candidate)
                .body("state", is("serving"), "history[0].reason", containsString("somebody who was erased"));
    }

    @Test
    void beforeThatTheGateHolds() throws SQLException {
        learnedFromErased("11 hours");
        String candidate = registered(new GateResult(Verdict.REFUSED, Basis.UNSEEN, 300, WORSE, "It is worse."));

        placeCandidate.place(candidate, models.find(candidate).orElseThrow().gate());

        Registry.get(candidate).body("state", is("refused"));
    }

    private void learnedFromErased(String ago) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update model set erased_since = now() - interval '" + ago
                            + "' where version = '" + serving + "'"))
                    .isEqualTo(1);
        }
    }

    /** The serving model once more, under a later version. */
    private String registered(GateResult gate) {
        TrainedModel model = inUse.get();
        String version = serving + "-again";
        Checksum checksum = directory.write(new TrainedModel(
                version,
                model.trainedAt().plusMillis(1),
                model.origin(),
                model.productIds(),
                model.popularity(),
                model.similar(),
                model.boughtTogether(),
                model.als(),
                model.sessions(),
                TrainedModel.Added.NOTHING));
        registerModel.register(version, checksum, models.serving().orElseThrow().lineage(), gate);
        return version;
    }
}
