package dev.aisle.recommender.models.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.aisle.algorithms.ranking.TreeEnsemble;
import dev.aisle.algorithms.ranking.TreeEnsemble.Nodes;
import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.catalog.shared.Checksum;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.gate.GateResult;
import dev.aisle.recommender.models.gate.GateResult.Basis;
import dev.aisle.recommender.models.gate.GateResult.Verdict;
import dev.aisle.recommender.models.registry.ModelRepository;
import dev.aisle.recommender.models.registry.RegisterModel;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.store.ModelInUse;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ranker comes and goes with its model. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class LearnedRankerIT {
    private static final Map<String, Object> QUESTION = Map.of("contextItems", List.of("tea-1"), "size", 5);

    @Inject
    RegisterModel registerModel;

    @Inject
    ModelRepository models;

    @Inject
    ModelDirectory directory;

    @Inject
    ModelInUse inUse;

    @BeforeEach
    void aServingModel() {
        TrainedShop.make();
        String version = Registry.trained();
        assertThat(Registry.serving()).isEqualTo(version);
    }

    /** After a rollback no model serves by itself. */
    @AfterEach
    void aModelThatWasPromotedByHand() {
        Registry.promoted(Registry.trained(), "serving");
    }

    @Test
    void aPromotedModelBringsItsRankerAndARollbackTakesItAway() {
        String before = Registry.inUse();
        String version = registeredWithRanker();

        Registry.promoted(version, "serving");

        TrainedShop.recommend(QUESTION)
                .body("modelVersion", is(version), "policyVersion", endsWith("+lambdamart-it"), "items.size()", is(5));

        Registry.rollBack(Map.of("reason", "the test is over")).statusCode(200);
        TrainedShop.recommend(QUESTION)
                .body("modelVersion", is(before), "policyVersion", not(endsWith("+lambdamart-it")));
    }

    /** The serving model once more, under a later version. */
    private String registeredWithRanker() {
        TrainedModel model = inUse.get();
        String version = model.version() + "-ranked";
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
                        TrainedModel.Added.NOTHING)
                .with(ranker()));
        registerModel.register(
                version,
                checksum,
                models.serving().orElseThrow().lineage(),
                new GateResult(Verdict.PASSED, Basis.SAME_SETTINGS, 0, null, "The same model."));
        return version;
    }

    /** What isn't reduced comes first. */
    private static LearnedRanker ranker() {
        Nodes nodes = new Nodes(
                new int[] {FeatureNames.ALL.indexOf("reduction"), TreeEnsemble.LEAF, TreeEnsemble.LEAF},
                new float[] {0.1f, 1, 0},
                new int[] {1, 0, 0},
                new int[] {2, 0, 0},
                new int[] {1, 0, 0});
        TreeEnsemble trees = new TreeEnsemble(FeatureNames.ALL.size(), 0, new int[] {0}, nodes);
        return new LearnedRanker("lambdamart-it", FeatureNames.VERSION, FeatureNames.ALL, trees, Map.of());
    }
}
