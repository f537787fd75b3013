package dev.aisle.recommender.models.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.recommender.Registry;
import dev.aisle.recommender.TrainedShop;
import dev.aisle.testing.ConsolePages;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of quality, fairness, models and trainings. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class RecommendationsConsoleIT {
    private static final String ROOT = "/console/recommendations";
    private static final String MODELS = ROOT + "/models";
    private static final String TRAININGS = ROOT + "/trainings";

    private final ConsoleSession operator = ConsoleSession.of("olga", "operator");

    @BeforeEach
    void train() {
        TrainedShop.make();
        operator.get(ROOT);
    }

    @Test
    void everyPageIsSeenByWhoWorksWithItAndNobodyElse() {
        String version = Registry.inUse();

        ConsolePages.seenBy(
                Set.of("marketer", "analyst", "operator"),
                ROOT,
                ROOT + "?span=year&by=model&placement=nowhere",
                ROOT + "?span=%00&by=colour&placement=%3Cscript%3E");
        ConsolePages.seenBy(Set.of("operator"), MODELS, MODELS + "/compare", MODELS + "/one/" + version, TRAININGS);
    }

    @Test
    void everyWordIsThereInBothLanguages() {
        ConsolePages.wordsAreWhole("recommendations", "assistant");
    }

    @Test
    void fairnessComesAfterThePageAndItsFiguresCanBeTakenAlong() {
        HttpResponse<String> fairness = operator.get(ROOT + "/fairness?span=weeks4");

        assertThat(fairness.statusCode()).isEqualTo(200);
        assertThat(fairness.body()).doesNotContain("<html").doesNotContain("NOT_FOUND");
        assertThat(operator.get(ROOT + "/fairness/file").body()).startsWith("from,people,plus_minus,coverage");
        assertThat(operator.get(ROOT + "/quality?by=position").body()).startsWith("start,value,people");
        assertThat(operator.get(ROOT + "?placement=nowhere").body())
                .contains("Not shown: fewer than 20 people", "The shop has no placement of this name.");
        assertThat(operator.get(ROOT + "?placement=home").body()).doesNotContain("The shop has no placement");
    }

    @Test
    void aModelIsMovedOnlyAfterItWasSeenWhatWouldHappen() {
        String version = Registry.trained();
        String before = Registry.trained();
        Registry.promoted(before, "serving");
        String path = MODELS + "/one/" + version;
        Map<String, String> wish = Map.of("to", "serving", "reason", "better <b>words</b>", "force", "true");

        HttpResponse<String> preview = operator.post(path + "/promote", wish);
        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("This would happen").contains("name=\"sure\" value=\"true\"");

        Map<String, String> sure = new HashMap<>(wish);
        sure.put("sure", "true");
        HttpResponse<String> done = operator.post(path + "/promote", sure);

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(done.body()).contains("better &lt;b&gt;words&lt;/b&gt;").contains("olga");
        assertThat(Registry.inUse()).isEqualTo(version);
        assertThat(operator.post(path + "/promote", Map.of("to", "serving", "reason", "once more"))
                        .body())
                .containsAnyOf("it is so already", "can only be replaced");
        assertThat(operator.get(MODELS + "/compare?a=" + before + "&b=" + version)
                        .body())
                .contains(before)
                .contains("People");

        assertThat(operator.post(MODELS + "/rollback", Map.of("reason", "as it was"))
                        .body())
                .contains("This would happen")
                .contains("name=\"to\" value=\"" + before + "\"");
        Map<String, String> back = Map.of("to", before, "reason", "as it was", "sure", "true");
        assertThat(operator.post(MODELS + "/rollback", back).body()).contains("serves again");
        assertThat(operator.post(MODELS + "/rollback", back).body()).contains("serves again");
        assertThat(Registry.inUse()).isEqualTo(before);
        Map<String, String> another = Map.of("to", "another", "reason", "as it was", "sure", "true");
        assertThat(operator.post(MODELS + "/rollback", another).body()).contains("moved a model meanwhile");
    }

    @Test
    void whatCannotBeIsSaidAtItsFieldOrWithTheReason() {
        String path = MODELS + "/one/" + Registry.inUse();

        HttpResponse<String> wrong =
                operator.post(path + "/promote", Map.of("to", "canary", "percent", "100", "reason", ""));
        HttpResponse<String> refused =
                operator.post(path + "/promote", Map.of("to", "shadow", "reason", "to look at it"));

        assertThat(wrong.statusCode()).isEqualTo(422);
        ConsolePages.fit("a wrong wish", wrong, "en");
        assertThat(wrong.body()).contains("expected 1 to 99").contains("3 to 300 characters");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("can only be replaced");
        assertThat(operator.get(MODELS + "/one/none").statusCode()).isEqualTo(404);
        ConsoleSession analyst = ConsoleSession.as("analyst");
        analyst.get(ROOT);
        assertThat(analyst.post(path + "/promote", Map.of("to", "shadow", "reason", "to look at it"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTrainingIsStartedAndFollowed() {
        HttpResponse<String> started = operator.post(TRAININGS, Map.of());

        assertThat(started.statusCode()).isEqualTo(200);
        ConsolePages.fit("a training", started, "en");
        assertThat(started.body()).containsAnyOf("It runs. This page follows it.", "One runs already");
        assertThat(operator.get(TRAININGS).body()).contains("olga");
        assertThat(operator.post(TRAININGS, Map.of("force", "true", "reason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(operator.post(TRAININGS, Map.of("file", "../../etc/passwd")).statusCode())
                .isEqualTo(422);
        assertThat(operator.get(TRAININGS + "/one/nothing").statusCode()).isEqualTo(404);
        // It may have ended by itself.
        assertThat(operator.post(started.uri().getPath() + "/cancel", Map.of()).body())
                .containsAnyOf("It ends at the next stop.", "It had ended already.");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !operator.get(TRAININGS).body().contains("every 3s"));
    }
}
