package dev.aisle.recommender.serving.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.recommender.models.trials.KeepTrials;
import dev.aisle.recommender.serving.domain.ModelView;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model is tried beside the one that serves, and before some of the people. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class TrialsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ModelViews views;

    @Inject
    KeepTrials trials;

    private String serving;
    private String tried;

    @BeforeEach
    void twoModels() {
        TrainedShop.make();
        // Whom the tests before erased may be told of while one of them learns.
        do {
            tried = Registry.trained();
            serving = Registry.trained();
        } while (Registry.get(tried).extract().path("learnedFromErasedSince") != null
                || Registry.get(serving).extract().path("learnedFromErasedSince") != null);
        assertThat(Registry.serving()).isEqualTo(serving);
    }

    @AfterEach
    void nothingIsOnTrial() {
        Registry.in("canary").forEach(version -> Registry.promoted(version, "candidate"));
        Registry.in("shadow").forEach(version -> Registry.promoted(version, "candidate"));
    }

    @Test
    void aCanaryAnswersItsShareAndEverybodyStaysWithAModel() {
        Registry.promote(tried, Map.of("to", "canary", "percent", 30, "reason", "try it"))
                .statusCode(200);

        List<String> once = versions();

        assertThat(versions()).isEqualTo(once);
        assertThat(once.stream().filter(tried::equals).count()).isBetween(500L, 700L);
        assertThat(views.current().model().version()).isEqualTo(serving);
        assertThat(views.of("").model().version()).isEqualTo(serving);
        trials.write();
        Registry.get(tried).body("trials[0].place", is("canary"), "trials[0].answers", greaterThan(1_000));
    }

    private List<String> versions() {
        return IntStream.range(0, 2_000)
                .mapToObj(n -> views.answer("p1.k1." + n, view -> view.model().version()))
                .toList();
    }

    @Test
    void aCanaryThatFailsIsHaltedAndNobodySeesAnError() {
        Registry.promote(tried, Map.of("to", "canary", "percent", 50, "reason", "try it"))
                .statusCode(200);
        Function<ModelView, String> broken = view -> {
            if (view.model().version().equals(tried)) {
                throw new IllegalStateException("broken on purpose");
            }
            return view.model().version();
        };

        assertThat(IntStream.range(0, 100).mapToObj(n -> views.answer("unit-" + n, broken)))
                .containsOnly(serving);

        await().atMost(PATIENCE).untilAsserted(() -> Registry.get(tried).body("state", is("candidate")));
        assertThat(views.of("unit-1").model().version()).isEqualTo(serving);
        Registry.get(tried)
                .body("history[0].cause", is("halt"), "history[0].reason", containsString("IllegalStateException"));
    }

    @Test
    void whatTheServingModelCannotAnswerEitherIsNotTheCanarysFault() {
        Registry.promote(tried, Map.of("to", "canary", "percent", 99, "reason", "try it"))
                .statusCode(200);

        for (int n = 0; n < 20; n++) {
            String unit = "unit-" + n;
            assertThatThrownBy(() -> views.answer(unit, view -> {
                        throw new IllegalArgumentException("a wrong question");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        Registry.get(tried).body("state", is("canary"));
    }

    @Test
    void aShadowIsComparedAndTheLeftOutAreCounted() throws InterruptedException {
        Registry.promoted(tried, "shadow");
        List<String> served = List.of("tea-1", "tea-2", "tea-3");
        CountDownLatch busy = new CountDownLatch(1);
        Function<ModelView, List<String>> slow = view -> {
            await().atMost(PATIENCE).until(() -> busy.getCount() == 0);
            return List.of("tea-1", "tea-2", "bike-1");
        };

        // A tenth of them is for the shadow; one is asked, 64 wait.
        IntStream.range(0, 5_000).forEach(_ -> views.shadow(served, slow));
        busy.countDown();

        await().atMost(PATIENCE).untilAsserted(() -> {
            trials.write();
            Registry.get(tried).body("trials[0].answers", greaterThan(60));
        });
        Registry.get(tried)
                .body("trials[0].place", is("shadow"), "trials[0].dropped", greaterThan(200))
                .body("trials[0].overlapAt10", is(2f / 3), "trials[0].failures", is(0))
                .body("trials[0].p99Millis", greaterThan(0f));
    }

    @Test
    void aShadowThatFailsIsCountedOnly() {
        Registry.promoted(tried, "shadow");

        for (int n = 0; n < 200; n++) {
            views.shadow(List.of("tea-1"), view -> {
                throw new IllegalStateException("broken on purpose");
            });
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            trials.write();
            Registry.get(tried).body("trials[0].failures", greaterThan(0));
        });
        Registry.get(tried).body("state", is("shadow"));
    }
}
