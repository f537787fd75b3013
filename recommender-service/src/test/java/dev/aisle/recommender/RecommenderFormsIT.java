package dev.aisle.recommender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.assistant.learning.NoteUnanswered;
import dev.aisle.assistant.shared.Language;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.testing.ConsoleForms;
import dev.aisle.testing.ConsoleSession;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every form of models, trainings and the assistant; in a shop of its own, since articles and products are left that the assistant would answer with. */
@QuarkusTest
@TestProfile(RecommenderFormsIT.OwnShop.class)
@QuarkusTestResource(RealInfrastructure.class)
class RecommenderFormsIT {
    public static final class OwnShop implements QuarkusTestProfile {}

    private static final int ENOUGH_PEOPLE = 260;
    private static final String ROOT = "/console/recommendations";
    private static final String ASSISTANT = "/console/assistant";

    @Inject
    ConsentView consents;

    @Inject
    NoteUnanswered noteUnanswered;

    private final ConsoleSession somebody = ConsoleSession.of("forms", "marketer", "analyst", "operator");

    @Test
    void everyFormTakesAnythingAndLosesNothing() {
        TrainedShop.make();
        somebody.get(ROOT);
        String model = ROOT + "/models/one/" + Registry.trained();
        Registry.promoted(Registry.trained(), "serving");
        somethingIsAskedAndNotAnswered();

        new ConsoleForms(somebody)
                .filledWith(Map.of("id", "forms-{new}", "title", "Forms", "body", "Text.", "reason", "to see it"))
                .on(ROOT + "/models", model, ROOT + "/trainings")
                .shownIn(
                        "the preview of a move",
                        preview(model + "/promote", Map.of("to", "serving", "force", "true", "reason", "to see it")))
                .shownIn("the preview of a rollback", preview(ROOT + "/models/rollback", Map.of("reason", "to see it")))
                .on(
                        ASSISTANT + "/articles/new",
                        article(),
                        article("submit"),
                        article("submit", "approve"),
                        ASSISTANT + "/understanding")
                .filledWith(Map.of("article", "forms"))
                .on(ASSISTANT + "/unanswered")
                // Shown while a training runs; nothing is typed into it. RecommendationsConsoleIT sends it.
                .coverTemplates(ROOT + "/trainings/one/{training.id}/cancel");

        await().atMost(Duration.ofMinutes(2))
                .until(() -> !somebody.get(ROOT + "/trainings").body().contains("every 3s"));
    }

    private String preview(String path, Map<String, String> wish) {
        HttpResponse<String> page = somebody.post(path, wish);
        assertThat(page.body()).contains("name=\"sure\"");
        return page.body();
    }

    /** One that was taken so far. */
    private String article(String... steps) {
        String path = ASSISTANT + "/articles";
        String id = "forms-" + UUID.randomUUID();
        HttpResponse<String> page = somebody.post(
                path,
                Map.of("id", id, "locale", "en", "title", "Forms", "body", "A sundial needs sun.", "revision", ""));
        assertThat(page.statusCode()).isEqualTo(200);
        for (int i = 0; i < steps.length; i++) {
            Map<String, String> step = Map.of("step", steps[i], "revision", Integer.toString(i + 1));
            assertThat(somebody.post(page.uri().getPath() + "/steps", step).statusCode())
                    .isEqualTo(200);
        }
        return page.uri().getPath();
    }

    private void somethingIsAskedAndNotAnswered() {
        List<String> people =
                Stream.generate(Written::person).limit(ENOUGH_PEOPLE).toList();
        people.forEach(person -> Written.grants(person, 2, Purpose.ANALYTICS));
        for (String person : people) {
            await().atMost(Duration.ofSeconds(60)).until(() -> consents.allows(person, Purpose.ANALYTICS));
            noteUnanswered.note(UUID.randomUUID(), person, Language.ENGLISH, "Do you lend hot-air balloons?");
        }
    }
}
