package dev.aisle.recommender.models.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.Written;
import dev.aisle.recommender.models.checks.CheckTraining;
import dev.aisle.recommender.models.domain.TrainingOrder;
import dev.aisle.recommender.models.domain.TrainingProgress;
import dev.aisle.recommender.models.fairness.ReportFairness;
import dev.aisle.recommender.models.gate.Gates;
import dev.aisle.recommender.models.ranking.RankerConfig;
import dev.aisle.recommender.models.registry.ModelRepository;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.trainer.StartTrainer;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole trainings where the log of what chance has shown is required: without it nothing new serves, and with it what does as well does. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class GateByTheLogIT {
    private static final int LISTS = 60;

    @Inject
    StartTrainer startTrainer;

    @Inject
    SendDeeds sendDeeds;

    @Inject
    CheckTraining checkTraining;

    @Inject
    ReportFairness reportFairness;

    @Inject
    PublishModel publishModel;

    @Inject
    NameModel nameModel;

    @Inject
    RecipeConfig recipe;

    @Inject
    ModelRepository models;

    @Inject
    ModelDirectory directory;

    @Inject
    RankerConfig ranker;

    @Inject
    AgroalDataSource database;

    private final String person = Written.willingPerson();

    @BeforeEach
    void shop() {
        TrainedShop.make();
    }

    /** Other tests learn from the same database. */
    @AfterEach
    void thePersonLeaves() {
        Written.erased(person);
        Written.awaitErased(List.of(person));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> count("select count(*) from exposure where pseudonym = ?") == 0);
    }

    @Test
    void aTrainingIsRefusedWithoutEvidenceAndServesWithIt() throws SQLException {
        String serving = Registry.trained();

        String refused = train();

        Registry.get(refused)
                .body("state", is("refused"), "gate.verdict", is("refused"), "gate.basis", is("off-policy"))
                .body("gate.explanation", containsString("no randomised part in the log since both models learned"));
        assertThat(Registry.serving()).isEqualTo(serving);
        Registry.promote(refused, Map.of("to", "serving", "reason", "why")).statusCode(409);

        Written.viewed(person, "tea-3");
        TrainedShop.awaitHistory(person);
        // Chance showed everything; who had dealt with teas took teas.
        keepShown(1);
        String tooFew = train();

        Registry.get(tooFew)
                .body("state", is("refused"), "gate.explanation", containsString("places' worth of evidence"));

        keepShown(LISTS);
        String passed = train();

        Registry.get(passed)
                .body("state", is("serving"), "gate.verdict", is("passed"))
                .body("gate.explanation", containsString("By the log, 1.0000 of what it would show is taken"));
        assertThat(Registry.inUse()).isEqualTo(passed);
    }

    private String train() {
        TrainModels training = new TrainModels(
                startTrainer,
                new TrainerTasks(recipe, Gates.byTheLog(), ranker, models, directory, true),
                sendDeeds,
                checkTraining,
                reportFairness,
                publishModel,
                nameModel);
        return training.train(UUID.randomUUID(), TrainingOrder.scheduled(), new TrainingProgress())
                .modelVersion();
    }

    /** So many lists of five, of whose places each could have come to any of the sixteen products. */
    private void keepShown(int lists) throws SQLException {
        execute("""
                with list as (
                    insert into served_list (request_id, pseudonym, consent_version, served_at, placement, model_version, policy_version,
                        stage, refusal, product_ids, sources, propensities, reasons, causes)
                    select gen_random_uuid()::text, ?, 1, now(), 'home', 'm', 'rules', 'personal', '',
                        '{tea-0,tea-1,tea-2,tea-4,tea-5}', '{a,a,a,a,a}', '{0.0625,0.0625,0.0625,0.0625,0.0625}', '{r,r,r,r,r}', array['', '', '', '', '']
                    from generate_series(1, ?)
                    returning request_id, pseudonym)
                insert into exposure (exposure_id, decision_id, pseudonym, placement, product_id, position, score, propensity, source,
                    model_version, personalized, exposed_at, request_id, clicked_at)
                select list.request_id, list.request_id, list.pseudonym, 'home', kind || '-' || n, n + 1, 0, 0.0625, 'popularity',
                    'm', true, now(), list.request_id, case when kind = 'tea' then now() end
                from list, unnest(array['tea', 'bike']) kind, generate_series(0, 7) n
                """, lists);
    }

    private void execute(String sql, int number) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, person);
            statement.setInt(2, number);
            statement.executeUpdate();
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, person);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
