package dev.aisle.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.e2e.clients.AssistantStack.Opened;
import dev.aisle.local.bench.profile.Feeder;
import dev.aisle.local.bench.profile.MadeEvents;
import dev.aisle.local.bench.profile.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the assistant of the packaged services says to the services around it. */
class AssistantServicesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PEOPLE = 20;
    private static final String FIRST = "Delivery to Germany takes two days.";
    private static final String BOTH = FIRST + " Delivery on Saturdays costs more.";
    private static final String QUESTION = "How long does delivery to Germany take?";

    private static AssistantStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = AssistantStack.started();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    /** By the client {@code standardwebhooks} from npm. */
    @Test
    void aHandOverIsVerifiedUnderEachOfTwoSecretsAndNothingThatWasChanged() throws Exception {
        Node node = Node.withClients();
        Opened conversation = stack.open("", "zh");
        stack.says(conversation, "我的包裹碎了 💔");

        stack.wantsAPerson(conversation);

        ObjectNode call = Objects.requireNonNull(stack.calls().poll(60, TimeUnit.SECONDS), "no call came to the desk");
        assertThat(call.path("body").asText()).contains("我的包裹碎了 💔");
        Path file = Files.createTempFile("hook", ".json");
        Files.writeString(file, new ObjectMapper().writeValueAsString(call));
        for (String secret : List.of(AssistantStack.OLDER, AssistantStack.NEWER)) {
            assertThat(node.run("webhooks.mjs", secret, file.toString())).contains("conversation.handed_over");
        }
        Files.delete(file);
    }

    @Test
    void anExperimentOfCampaignServiceDecidesHowLongAnswersAreAndCountsWhoGotThem() {
        stack.publish("delivery", "Delivery", BOTH);
        await().atMost(PATIENCE)
                .until(() -> stack.says(stack.open("", "en"), QUESTION)
                        .path("kind")
                        .asText()
                        .equals("article"));
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < PEOPLE; n++) {
            // Of nobody known the conversation is the unit.
            Opened conversation = stack.open("", "en");
            String value = stack.value(conversation.id());
            assertAnswered(conversation, value);
            seen.add(value);
        }
        assertThat(seen).containsExactlyInAnyOrder("extractive", "extractive:1");

        try (Feeder feeder = new Feeder(stack.ports());
                Tables tables = new Tables(stack.ports(), "campaign")) {
            feeder.grant(PEOPLE, List.of(Purpose.NECESSARY, Purpose.PERSONALIZATION, Purpose.ANALYTICS));
            for (int n = 0; n < PEOPLE; n++) {
                String person = MadeEvents.pseudonym(n);
                await().atMost(PATIENCE).until(() -> exposed(tables, person) > 0 || askedBy(person));
                assertThat(exposed(tables, person)).isEqualTo(1);
                // Another conversation of the same person: the same variation, and no second exposure.
                assertAnswered(stack.open(person, "en"), stack.value(person));
                assertThat(exposed(tables, person)).isEqualTo(1);
            }
        }
    }

    /** Asks once more; until the consent has come to the services nothing is noted. */
    private static boolean askedBy(String person) {
        stack.says(stack.open(person, "en"), QUESTION);
        return false;
    }

    private static long exposed(Tables tables, String person) {
        return tables.number("select count(*) from experiment_exposure where experiment_id = '" + AssistantStack.FLAG
                + "' and pseudonym = '" + person + "'");
    }

    private static void assertAnswered(Opened conversation, String value) {
        for (int time = 0; time < 2; time++) {
            assertThat(stack.says(conversation, QUESTION).path("text").asText())
                    .as("time %d under %s", time, value)
                    .isEqualTo(value.equals("extractive:1") ? FIRST : BOTH);
        }
    }
}
