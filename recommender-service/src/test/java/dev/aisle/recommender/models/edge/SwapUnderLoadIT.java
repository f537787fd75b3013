package dev.aisle.recommender.models.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.contracts.recommender.v1.RecommendRequest;
import dev.aisle.contracts.recommender.v1.RecommenderGrpc.RecommenderBlockingStub;
import dev.aisle.platform.security.Role;
import dev.aisle.recommender.Grpc;
import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.testing.RealInfrastructure;
import dev.aisle.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Models are swapped while requests come in; each is answered, by one of them. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class SwapUnderLoadIT {
    private static final int SWAPS = 40;
    private static final int CLIENTS = 4;

    @Test
    void noRequestFailsWhileModelsAreSwapped() throws Exception {
        TrainedShop.make();
        String first = Registry.trained();
        String second = Registry.trained();
        // After a rollback no model serves by itself.
        Registry.promoted(second, "serving");
        AtomicBoolean stop = new AtomicBoolean();
        Set<String> versions = new ConcurrentSkipListSet<>();
        long asked = 0;
        try (Grpc grpc = new Grpc();
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            String token = TestTokens.withRoles(Role.STOREFRONT);
            List<Future<Integer>> counts = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                counts.add(clients.submit(() -> ask(grpc, token, stop, versions)));
            }
            try {
                for (int swap = 0; swap < SWAPS; swap++) {
                    Registry.promoted(swap % 2 == 0 ? first : second, "serving");
                }
            } finally {
                stop.set(true);
            }
            for (Future<Integer> count : counts) {
                asked += count.get();
            }
        }

        assertThat(Registry.inUse()).isEqualTo(second);
        assertThat(new TreeSet<>(versions)).containsExactly(first, second);
        assertThat(asked).isGreaterThan(SWAPS);
        System.out.println(asked + " answers during " + SWAPS + " swaps");
    }

    /** Any status but OK is thrown out of here. */
    private static int ask(Grpc grpc, String token, AtomicBoolean stop, Set<String> versions) {
        int asked = 0;
        while (!stop.get()) {
            RecommenderBlockingStub stub = grpc.with(token);
            var answer = stub.recommend(RecommendRequest.newBuilder()
                    .setPlacement("home")
                    .addContextItems("tea-1")
                    .setSize(3)
                    .build());
            assertThat(answer.getItemsList()).hasSize(3);
            versions.add(answer.getModelVersion());
            asked++;
        }
        return asked;
    }
}
