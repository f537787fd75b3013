package dev.aisle.assistant.reviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.algorithms.privacy.pii.StorableText;
import dev.aisle.assistant.reviews.ReviewSummary.AspectSummary;
import dev.aisle.assistant.shared.Language;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummariseTextsTest {
    private final SummariseTexts summarise = new SummariseTexts(3);

    private static List<Review> reviews(Language language, String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(n -> new Review("p", "r" + n, language, StorableText.of(texts[n]), 1 + n % 5, Instant.EPOCH))
                .toList();
    }

    @Test
    void eachClauseSpeaksOfItsOwnAspect() {
        var tones = summarise.tones(Language.ENGLISH, "The fabric is excellent, but delivery was terrible.");

        assertThat(tones.get(Aspect.QUALITY)).isPositive();
        assertThat(tones.get(Aspect.DELIVERY)).isNegative();
        assertThat(summarise.tones(Language.CHINESE, "质量很好，但是物流太慢了")).satisfies(said -> {
            assertThat(said.get(Aspect.QUALITY)).isPositive();
            assertThat(said.get(Aspect.DELIVERY)).isNegative();
        });
    }

    @Test
    void sharesAreOfTheReviewsThatSpeakOfIt() {
        ReviewSummary summary = summarise.of(
                Language.ENGLISH,
                reviews(
                        Language.ENGLISH,
                        "The fabric is excellent. I love it.",
                        "Excellent fabric and great quality!",
                        "Terrible quality.",
                        "Came on Monday."));

        assertThat(summary.reviews()).isEqualTo(4);
        assertThat(summary.meanStars()).isEqualTo(2.5);
        AspectSummary quality = summary.aspects().getFirst();
        assertThat(quality.aspect()).isEqualTo(Aspect.QUALITY);
        assertThat(quality.reviews()).isEqualTo(3);
        assertThat(quality.good()).isEqualTo(2 / 3.0);
        assertThat(quality.bad()).isEqualTo(1 / 3.0);
        assertThat(quality.sentences()).hasSize(2).contains("Terrible quality.");
    }

    @Test
    void tooFewReviewsSayNothing() {
        assertThat(summarise
                        .of(Language.ENGLISH, reviews(Language.ENGLISH, "Great quality", "Great quality"))
                        .aspects())
                .isEmpty();
        assertThat(summarise.of(Language.ENGLISH, List.of()).meanStars()).isNull();
    }

    @Test
    void aSentenceWithSomebodysNumberIsNotShown() {
        ReviewSummary summary = summarise.of(
                Language.CHINESE, reviews(Language.CHINESE, "质量很好，打我电话13812345678。", "质量很好加微信abc", "质量很好。"));

        assertThat(summary.aspects().getFirst().sentences()).containsExactly("质量很好。");
    }

    @Test
    void strangeTextsSayNothing() {
        assertThat(summarise.tones(Language.ENGLISH, "😀 \0 <b>Где</b> " + "a".repeat(10_000)))
                .isEmpty();
        assertThat(summarise.tones(Language.CHINESE, "")).isEmpty();
    }
}
