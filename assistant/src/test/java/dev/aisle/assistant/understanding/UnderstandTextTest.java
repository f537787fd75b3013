package dev.aisle.assistant.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.entities.Entity;
import dev.aisle.assistant.understanding.entities.KeepTitles;
import dev.aisle.assistant.understanding.intents.CurrentModels;
import dev.aisle.assistant.understanding.intents.Intent;
import dev.aisle.assistant.understanding.intents.TextPoints;
import dev.aisle.text.SentenceModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnderstandTextTest {
    /** Bitext's intents that are one of ours whatever the wording. */
    private static final Map<String, Intent> BITEXT = Map.ofEntries(
            Map.entry("track_order", Intent.ORDER_STATUS),
            Map.entry("check_refund_policy", Intent.RETURN),
            Map.entry("get_refund", Intent.RETURN),
            Map.entry("track_refund", Intent.RETURN),
            Map.entry("delivery_options", Intent.DELIVERY),
            Map.entry("change_shipping_address", Intent.DELIVERY),
            Map.entry("complaint", Intent.COMPLAINT),
            Map.entry("contact_human_agent", Intent.PERSON_WANTED),
            Map.entry("check_payment_methods", Intent.SHOP_QUESTION),
            Map.entry("payment_issue", Intent.SHOP_QUESTION),
            Map.entry("check_invoice", Intent.SHOP_QUESTION),
            Map.entry("get_invoice", Intent.SHOP_QUESTION),
            Map.entry("cancel_order", Intent.SHOP_QUESTION),
            Map.entry("create_account", Intent.SHOP_QUESTION),
            Map.entry("recover_password", Intent.SHOP_QUESTION));

    private static final KeepTitles TITLES = new KeepTitles();
    private static final UnderstandText WITH_POINTS = understand(true);

    private static Path shared(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data").resolve(name);
            if (Files.exists(file)) {
                return file;
            }
        }
        return abort("There is no shared/data/" + name + " beside the clone.");
    }

    private static UnderstandText understand(boolean embeddings) {
        return new UnderstandText(
                new CurrentModels(), new TextPoints(new SentenceModels(embeddings)), new CorrectSpelling(), TITLES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Where is my package? The order number is 10-48213|ENGLISH|ORDER_STATUS|10-48213",
                "我的包裹在哪里？订单号10-48213|CHINESE|ORDER_STATUS|10-48213",
                "I wnat to retrun my lamp|ENGLISH|RETURN|",
                "I want to speak to a human|ENGLISH|PERSON_WANTED|",
                "转人工|CHINESE|PERSON_WANTED|",
                "recommend a gift under 50 euros|ENGLISH|RECOMMENDATION|50.00 EUR",
            })
    void aWishIsUnderstood(String text, Language language, Intent intent, String value) {
        Understood understood = WITH_POINTS.understand(text);

        assertThat(understood.language()).isEqualTo(language);
        assertThat(understood.intent()).isEqualTo(intent);
        assertThat(understood.confidence()).isBetween(0.0, 1.0);
        if (value != null) {
            assertThat(understood.entities()).extracting(Entity::value).containsExactly(value);
        }
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                " \n\t ",
                "😀😀😀",
                "👩‍👩‍👧‍👦",
                "\0\0\0",
                "???!!!",
                "<script></script>",
                "где мой заказ",
                "أين طلبي",
                "หนังสือของฉันอยู่ที่ไหน",
                "\uD800");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeReadWantsNothingSurely(String text) {
        Understood understood = WITH_POINTS.understand(text);

        assertThat(understood.intent()).isEqualTo(Intent.OUT_OF_SCOPE);
        assertThat(understood.confidence()).isZero();
        assertThat(understood.sure()).isFalse();
    }

    static Stream<String> huge() {
        return Stream.of(
                "a".repeat(1_000_000),
                "退".repeat(1_000_000),
                "return my order ".repeat(3_200),
                "<b>".repeat(20_000),
                "<".repeat(50_000),
                "1".repeat(50_000),
                "1,".repeat(25_000),
                "order ".repeat(10_000),
                "上周".repeat(20_000),
                "e\u0301".repeat(25_000));
    }

    @ParameterizedTest
    @MethodSource("huge")
    void aHugeTextIsReadToItsBeginningOnly(String text) {
        Understood understood = WITH_POINTS.understand(text);

        assertThat(understood.confidence()).isBetween(0.0, 1.0);
        assertThat(understood.entities()).allMatch(one -> one.end() <= 4_000);
    }

    @Test
    void withoutTheSentenceModelWordsAloneAreRead() {
        assertThat(understand(false).understand("I want to speak to a human").intent())
                .isEqualTo(Intent.PERSON_WANTED);
        assertThat(understand(false).understand("怎么退货").intent()).isEqualTo(Intent.RETURN);
    }

    @Test
    void aProductThatIsGoneIsNotNamed() {
        TITLES.take(Map.of("p-none", Set.of()));

        assertThat(WITH_POINTS.understand("the Nowhere Lamp No. 1").entities()).isEmpty();
    }

    @Test
    void utterancesOfAnotherAuthorAreUnderstood() throws IOException {
        int[] right = new int[1];
        int[] all = new int[1];
        try (var rows = CsvReader.builder().ofNamedCsvRecord(shared("support_intents/dev.csv"))) {
            rows.stream()
                    .filter(row -> BITEXT.containsKey(row.getField("intent")))
                    .forEach(row -> {
                        Understood understood = WITH_POINTS.understand(row.getField("utterance"));
                        all[0]++;
                        right[0] += understood.intent() == BITEXT.get(row.getField("intent")) ? 1 : 0;
                    });
        }
        System.out.printf("support_intents dev, mapped to our intents: %d of %d right%n", right[0], all[0]);
        assertThat(right[0]).isGreaterThan(all[0] * 7 / 10);
    }

    @Test
    void theToneOfReviewsIsHeard() throws IOException {
        int[] right = new int[1];
        int[] all = new int[1];
        try (var rows = CsvReader.builder().ofNamedCsvRecord(shared("reviews_zh/dev.csv"))) {
            rows.stream().limit(500).forEach(row -> {
                double tone = WITH_POINTS.understand(row.getField("review")).tone();
                all[0]++;
                right[0] += (tone > 0) == row.getField("label").equals("1") ? 1 : 0;
            });
        }
        System.out.printf("reviews_zh, first 500: %d of %d tones right%n", right[0], all[0]);
        assertThat(right[0]).isGreaterThan(all[0] * 78 / 100);
    }
}
