package dev.aisle.recommender.models.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.models.domain.ModelsChanged;
import dev.aisle.recommender.models.domain.ModelsChanging;
import dev.aisle.recommender.models.domain.TrainedModel;
import dev.aisle.recommender.models.registry.ModelRepository;
import dev.aisle.recommender.models.registry.ReplicaRepository;
import dev.aisle.recommender.models.store.ModelDirectory;
import dev.aisle.recommender.models.store.ModelInUse;
import dev.aisle.testing.RealInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another replica on the same database and folder follows what this one does. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class FollowRegistryIT {
    @Inject
    ModelRepository models;

    @Inject
    ReplicaRepository replicas;

    @Inject
    ModelDirectory directory;

    @Inject
    Event<ModelsChanging> changing;

    @Inject
    Event<ModelsChanged> changed;

    private final String name = "replica-" + UUID.randomUUID();
    private final ModelInUse inUse = new ModelInUse();
    private FollowRegistry replica;
    private String older;
    private String newer;

    @BeforeEach
    void twoReplicas() {
        TrainedShop.make();
        replica = new FollowRegistry(
                models, replicas, new LoadModel(directory, new SimpleMeterRegistry()), inUse, changing, changed, name);
        older = Registry.trained();
        replica.refresh();
        assertThat(inUse.get()).extracting(TrainedModel::version).isEqualTo(older);
        newer = Registry.trained();
    }

    @Test
    void itTakesWhatAnotherInstancePromoted() {
        replica.refresh();
        assertThat(inUse.get()).extracting(TrainedModel::version).isEqualTo(newer);

        Registry.promote(older, Map.of("to", "canary", "percent", 30, "reason", "try it"))
                .statusCode(200);
        replica.refresh();

        assertThat(inUse.now().canary()).isNotNull();
        assertThat(inUse.now().canary().percent()).isEqualTo(30);
        Registry.promoted(older, "candidate");
        replica.refresh();
        assertThat(inUse.now().canary()).isNull();
    }

    @Test
    void aModelIsReadOnceAndStaysTheSameObject() {
        replica.refresh();
        TrainedModel first = inUse.get();

        replica.refresh();

        assertThat(inUse.get()).isSameAs(first);
    }

    @Test
    void aFileThatItCannotReadLeavesItsModelServingAndTheRegistrySaysWhy() throws IOException {
        Registry.withBytes(newer, new byte[] {1, 2, 3}, () -> {
            replica.refresh();
            replica.refresh();

            assertThat(inUse.get()).extracting(TrainedModel::version).isEqualTo(older);
            Registry.get(newer).body(mine("loaded"), is(false)).body(mine("failure"), containsString("model-" + newer));
        });

        replica.refresh();

        assertThat(inUse.get()).extracting(TrainedModel::version).isEqualTo(newer);
        Registry.get(newer).body(mine("loaded"), is(true)).body(mine("failure"), nullValue());
    }

    @Test
    void aReplicaThatStartsWithABrokenFileTakesTheModelThatServedBefore() throws IOException {
        ModelInUse started = new ModelInUse();
        FollowRegistry starting = new FollowRegistry(
                models,
                replicas,
                new LoadModel(directory, new SimpleMeterRegistry()),
                started,
                changing,
                changed,
                name);

        Registry.withBytes(newer, new byte[0], starting::refresh);

        assertThat(started.get()).extracting(TrainedModel::version).isEqualTo(older);
    }

    private String mine(String field) {
        return "replicas.find { it.instance == '" + name + "' }." + field;
    }
}
