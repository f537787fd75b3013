package dev.aisle.assistant.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.aisle.assistant.shared.Language;
import dev.aisle.platform.security.ServiceTls;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The flag of campaign-service over real HTTP; the service itself stands in the journeys. */
class ChooseVariationTest {
    private static final String PERSON = "p1.k1.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private volatile String answer = "";
    private volatile int status = 200;
    private volatile boolean hangs;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/ofrep/v1/evaluate/flags/assistant-answers", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("X-API-Key") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try (exchange) {
                if (hangs) {
                    end.await();
                }
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        end.countDown();
        server.stop(0);
        executor.shutdownNow();
    }

    private ChooseVariation with(String... more) {
        Map<String, String> given = new HashMap<>(Map.of(
                "aisle.assistant.learning.experiment.flag", "assistant-answers",
                "aisle.assistant.learning.experiment.url",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "aisle.assistant.learning.experiment.client-key", "key-1",
                "aisle.assistant.learning.experiment.usual", "extractive",
                "aisle.assistant.learning.experiment.timeout", "PT5S"));
        for (int i = 0; i < more.length; i += 2) {
            given.put("aisle.assistant.learning.experiment." + more[i], more[i + 1]);
        }
        LearningSettings settings = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(LearningSettings.class)
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build()
                .getConfigMapping(LearningSettings.class);
        return new ChooseVariation(new FlagCall(new ObjectMapper(), ServiceTls.ofTheJdk()), settings);
    }

    private static Variation choose(ChooseVariation choose, String subject) {
        return choose.choose(UUID.randomUUID(), subject, Language.ENGLISH);
    }

    @Test
    void theFlagDecidesForThePersonAndAConversationKeepsWhatItGot() {
        ChooseVariation choose = with();
        UUID conversation = UUID.randomUUID();
        answer = "{\"key\":\"assistant-answers\",\"value\":\"outside:1\",\"variant\":\"short\",\"reason\":\"SPLIT\"}";
        Variation first = choose.choose(conversation, PERSON, Language.ENGLISH);
        answer = "{\"value\":\"extractive\",\"variant\":\"control\"}";

        assertThat(first).isEqualTo(new Variation("short", true, 1));
        assertThat(choose.choose(conversation, PERSON, Language.ENGLISH)).isEqualTo(first);
        assertThat(choose(choose, PERSON)).isEqualTo(new Variation("control", false, 3));
        assertThat(asked)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one).startsWith("key-1 ").contains(PERSON));
    }

    @Test
    void ofNobodyKnownTheConversationIsTheUnit() {
        answer = "{\"value\":\"outside\"}";
        UUID conversation = UUID.randomUUID();

        assertThat(with().choose(conversation, "", Language.CHINESE)).isEqualTo(new Variation("outside", true, 3));
        assertThat(asked.getFirst()).contains(conversation.toString(), "\"zh\"");
    }

    @Test
    void whatIsUnusableIsTheUsualVariation() {
        Variation usual = new Variation("extractive", false, 3);

        for (String bad : List.of(
                "", "[]", "not JSON", "{\"value\":7}", "{\"value\":\"rm -rf\"}", "{\"value\":{\"outside\":true}}")) {
            answer = bad;
            assertThat(choose(with(), PERSON)).as(bad).isEqualTo(usual);
        }
        answer = "{\"value\":\"outside\",\"variant\":\"<script>\"}";
        assertThat(choose(with(), PERSON).name()).isEqualTo("outside");
    }

    @Test
    void aServiceThatHangsIsLeftAloneAndEverybodyGetsTheUsualVariation() {
        hangs = true;
        ChooseVariation choose = with("timeout", "PT0.2S");

        for (int i = 0; i < 6; i++) {
            assertThat(choose(choose, PERSON).name()).isEqualTo("extractive");
        }

        assertThat(asked).hasSize(3);
    }

    @Test
    void aRefusalAndAServiceThatIsAwayAreTheUsualVariation() {
        status = 404;
        assertThat(choose(with(), PERSON).name()).isEqualTo("extractive");
        server.stop(0);
        assertThat(choose(with(), PERSON).name()).isEqualTo("extractive");
    }

    @Test
    void withoutAFlagNobodyIsAsked() {
        assertThat(choose(with("flag", ""), PERSON)).isEqualTo(new Variation("extractive", false, 3));
        assertThat(asked).isEmpty();
    }
}
