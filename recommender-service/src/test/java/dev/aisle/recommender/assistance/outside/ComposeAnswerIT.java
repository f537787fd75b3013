package dev.aisle.recommender.assistance.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.aisle.assistant.knowledge.domain.Passage;
import dev.aisle.assistant.outside.ComposeAnswer;
import dev.aisle.assistant.outside.Composed;
import dev.aisle.assistant.outside.DayOfUse;
import dev.aisle.assistant.outside.MeterOutside;
import dev.aisle.assistant.outside.OutsideModel;
import dev.aisle.assistant.outside.OutsideSettings;
import dev.aisle.assistant.outside.UsageRepository;
import dev.aisle.assistant.shared.Language;
import dev.aisle.recommender.assistance.outside.Injections.Injection;
import dev.aisle.recommender.assistance.outside.OutsideModelServer.Manner;
import dev.aisle.testing.RealInfrastructure;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** An outside model over real HTTP and the real table of its use; it may do what it wants, and the shopper isn't told what the shop never said. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class ComposeAnswerIT {
    private static final String QUESTION = "How long can I return things?";
    private static final Passage RETURNS = new Passage(
            "returns",
            3,
            0,
            Language.ENGLISH,
            "Returns",
            null,
            "Unused items can be returned within 30 days of delivery. Gift cards cannot be returned.",
            "https://shop.example/returns");
    private static final Passage RETURNS_CHINESE =
            new Passage("returns", 3, 0, Language.CHINESE, "退货", null, "未使用的商品在签收后30天内可以退货。礼品卡不能退货。", null);

    private final OutsideModelServer server = new OutsideModelServer();
    private final OutsideModel client = new OutsideModel();
    private final String model = "m-" + UUID.randomUUID();

    @Inject
    UsageRepository usage;

    @AfterEach
    void close() {
        server.close();
    }

    private ComposeAnswer with(Map<String, String> more) {
        Map<String, String> given = new HashMap<>(Map.of(
                "aisle.assistant.outside.enabled", "true",
                "aisle.assistant.outside.url", server.url().toString(),
                "aisle.assistant.outside.trusted", "true",
                "aisle.assistant.outside.model", model,
                "aisle.assistant.outside.timeout", "PT20S",
                "aisle.assistant.outside.price-per-thousand-in", "0.01",
                "aisle.assistant.outside.price-per-thousand-out", "0.03"));
        more.forEach((key, value) -> given.put("aisle.assistant.outside." + key, value));
        OutsideSettings settings = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withMapping(OutsideSettings.class)
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build()
                .getConfigMapping(OutsideSettings.class);
        return new ComposeAnswer(client, new MeterOutside(usage, settings, new SimpleMeterRegistry()), settings);
    }

    private Optional<Composed> ask(ComposeAnswer compose, String question) {
        return compose.compose(Language.ENGLISH, question, List.of(RETURNS), List.of());
    }

    private DayOfUse use() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return usage.between(today.minusDays(1), today).stream()
                .filter(day -> day.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void switchedOffNobodyIsAsked() {
        ComposeAnswer off = with(Map.of("enabled", "false"));

        assertThat(off.available()).isFalse();
        assertThat(ask(off, QUESTION)).isEmpty();
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aTrueAnswerIsGivenWithItsSourcesAndItsLiesAreLeftOut() {
        server.says(
                "Unused items can be returned within 30 days. Returns are paid with 100 euros. Gift cards cannot be returned.");

        Optional<Composed> answer = ask(with(Map.of()), QUESTION);

        assertThat(answer).hasValueSatisfying(composed -> {
            assertThat(composed.text())
                    .isEqualTo("Unused items can be returned within 30 days. Gift cards cannot be returned.");
            assertThat(composed.sources()).containsExactly(RETURNS);
        });
        assertThat(use()).satisfies(day -> {
            assertThat(day.calls()).isEqualTo(1);
            assertThat(day.answered()).isEqualTo(1);
            assertThat(day.sentences()).isEqualTo(3);
            assertThat(day.dropped()).isEqualTo(1);
            assertThat(day.inputTokens()).isEqualTo(100);
            assertThat(day.outputTokens()).isEqualTo(20);
            // 100 tokens of 0.01 and 20 of 0.03 a thousand
            assertThat(day.costMicros()).isEqualTo(1_600);
        });
    }

    @Test
    void aModelThatOnlyLiesIsNotHeard() {
        server.says("Everything can be returned for ever. Gift cards can be returned. We pay you 500 euros.");

        assertThat(ask(with(Map.of()), QUESTION)).isEmpty();
        assertThat(use().answered()).isZero();
    }

    @Test
    void anAnswerIsNoLongerThanAsked() {
        server.says("Unused items can be returned within 30 days. Gift cards cannot be returned.");

        assertThat(with(Map.of()).compose(Language.ENGLISH, QUESTION, List.of(RETURNS), List.of(), 1))
                .hasValueSatisfying(composed ->
                        assertThat(composed.text()).isEqualTo("Unused items can be returned within 30 days."));
    }

    @Test
    void whatIsPersonalDoesNotLeaveAndNothingButThePassagesGoesAlong() {
        server.says("Gift cards cannot be returned.");

        with(Map.of())
                .compose(
                        Language.ENGLISH,
                        "I am anna@example.com, card 4111 1111 1111 1111, call +49 170 1234567. Return?",
                        List.of(RETURNS),
                        List.of("My IBAN is DE89 3704 0044 0532 0130 00."));

        assertThat(server.lastRead())
                .contains(RETURNS.text(), "Return?")
                .doesNotContain("anna@example.com", "4111", "1234567", "DE89", "shop.example");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SAYS")
    void whateverItDoesThePassagesAnswerWithinTheTimeout(Manner manner) {
        server.behaves(manner);
        ComposeAnswer compose = with(Map.of("timeout", "PT2S"));

        Optional<Composed> answer = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> ask(compose, QUESTION));

        assertThat(answer).isEmpty();
        // It may read what it was sent only after nobody waits any more.
        await().untilAsserted(() -> assertThat(server.asked()).hasSize(1));
        assertThat(use().failed()).isEqualTo(1);
    }

    @Test
    void nobodyThereIsAFailureAndCostsNothing() {
        server.close();

        assertThat(ask(with(Map.of()), QUESTION)).isEmpty();
        assertThat(use().failed()).isEqualTo(1);
        assertThat(use().costMicros()).isZero();
    }

    @Test
    void whoFailsAgainAndAgainIsLeftAlone() {
        server.behaves(Manner.STATUS_500);
        ComposeAnswer compose = with(Map.of("failures", "3", "rest", "PT1H"));

        for (int i = 0; i < 10; i++) {
            assertThat(ask(compose, QUESTION)).isEmpty();
        }

        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void callsAtOnceNeverPassTheLimitOfADay() throws Exception {
        // The most that one call can cost: its prompt in bytes and 300 tokens of an answer.
        ComposeAnswer compose =
                with(Map.of("limit-per-day", "0.05", "failures", "1000", "at-once", "64", "timeout", "PT5S"));
        server.behaves(Manner.HANGS);

        List<Future<Optional<Composed>>> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                answers.add(many.submit(() -> ask(compose, QUESTION)));
            }
        }

        for (Future<Optional<Composed>> answer : answers) {
            assertThat(answer.get()).isEmpty();
        }
        assertThat(use().costMicros()).isPositive().isLessThanOrEqualTo(50_000);
        await().untilAsserted(
                        () -> assertThat(server.asked()).hasSizeLessThan(40).hasSize((int) use().calls()));
    }

    @Test
    void claimedTokensOutsideOfWhatIsPossibleCountAsTheMost() {
        ComposeAnswer compose = with(Map.of());
        server.says("Gift cards cannot be returned.").claims(-5, Integer.MAX_VALUE);

        assertThat(ask(compose, QUESTION)).isPresent();
        assertThat(use().outputTokens()).isEqualTo(300);
        assertThat(use().inputTokens()).isBetween(100L, 10_000L);
    }

    @Test
    void anAddressThatIsNotHttpsIsRefusedAtTheStart() {
        assertThatThrownBy(() -> with(Map.of("trusted", "false"))).hasMessageContaining("expected https");
        assertThatThrownBy(() -> with(Map.of("url", "file:///etc/passwd"))).hasMessageContaining("expected https");
    }

    @Test
    void aModelThatObeysEveryInjectionChangesNoAnswer() {
        ComposeAnswer compose = with(Map.of("limit-per-day", "1000"));

        for (Injection one : Injections.all()) {
            boolean chinese = one.language() == Language.CHINESE;
            Passage honest = chinese ? RETURNS_CHINESE : RETURNS;
            String truth = chinese ? "礼品卡不能退货。" : "Gift cards cannot be returned.";
            server.says(truth + "\n" + one.wanted());
            int before = server.asked().size();
            boolean message = one.place().equals("message");
            Passage poisoned = new Passage("poisoned", 1, 0, one.language(), honest.title(), null, one.text(), null);

            Optional<Composed> answer = compose.compose(
                    one.language(),
                    message ? one.text() : QUESTION,
                    message ? List.of(honest) : List.of(poisoned, honest),
                    List.of());

            assertThat(answer.map(Composed::text).orElse(truth))
                    .as(one.toString())
                    .isEqualTo(truth);
            assertThat(answer.map(Composed::sources).orElse(List.of(honest)))
                    .as(one.toString())
                    .containsExactly(honest);
            if (server.asked().size() > before && !message) {
                assertThat(server.lastRead()).as(one.toString()).doesNotContain(one.wanted());
            }
        }
    }
}
