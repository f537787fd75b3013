package dev.aisle.assistant.knowledge.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.assistant.knowledge.domain.ArticleKey;
import dev.aisle.assistant.knowledge.domain.ArticleState;
import dev.aisle.assistant.knowledge.domain.ArticleText;
import dev.aisle.assistant.knowledge.domain.ArticleVersion;
import dev.aisle.assistant.knowledge.domain.HeldArticle;
import dev.aisle.assistant.knowledge.domain.HeldPassage;
import dev.aisle.assistant.shared.Language;
import dev.aisle.text.StoredVector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageIndexTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final float[] POINT = {0.6f, 0.8f};

    @TempDir
    Path folder;

    private PassageIndex index;

    @BeforeEach
    void open() {
        index = new PassageIndex(folder.resolve("index"));
    }

    @AfterEach
    void close() throws IOException {
        index.close();
    }

    private static ArticleVersion version(int number, String title, String body, @Nullable Instant from) {
        return new ArticleVersion(
                new ArticleKey("a", Language.ENGLISH),
                number,
                ArticleState.APPROVED,
                new ArticleText(title, body, List.of(), List.of(), List.of(), null, from, null),
                "editor",
                NOW,
                "editor",
                NOW);
    }

    private void serve(ArticleVersion... versions) {
        HeldArticle article = HeldArticle.of(new ArticleKey("a", Language.ENGLISH), List.of(versions), NOW);
        for (HeldPassage passage : article.passages()) {
            Map<Long, StoredVector> known = new HashMap<>();
            passage.text().reads().forEach(read -> known.put(read.hash(), StoredVector.of(read.hash(), POINT)));
            passage.text().place(known);
        }
        index.write(List.of(article));
        index.refresh();
    }

    private static List<String> texts(KnowledgeState state, String question, Instant at) {
        List<String> found = new ArrayList<>();
        state.byWords(Language.ENGLISH, question, true, 5, at)
                .values()
                .forEach(hit -> found.add(hit.passage().passage().text()));
        state.byMeaning(Language.ENGLISH, POINT, 5, at)
                .values()
                .forEach(hit -> found.add(hit.passage().passage().text()));
        return found;
    }

    @Test
    void aQuestionThatRunsSeesTheArticlesOfItsFirstLook() {
        serve(version(1, "Returns", "Thirty days.", null));

        try (KnowledgeState running = index.open()) {
            serve(version(2, "Returns", "Sixty days.", null));
            assertThat(texts(running, "returns", NOW)).containsExactly("Thirty days.", "Thirty days.");
            serve();
            assertThat(texts(running, "returns", NOW)).containsExactly("Thirty days.", "Thirty days.");
        }
        try (KnowledgeState later = index.open()) {
            assertThat(texts(later, "returns", NOW)).isEmpty();
        }
    }

    @Test
    void aVersionIsServedFromItsTimeOnWithoutAnythingBeingWritten() {
        Instant later = NOW.plusSeconds(60);
        serve(version(1, "Hours", "From nine.", null), version(2, "Hours", "From ten.", later));

        try (KnowledgeState state = index.open()) {
            assertThat(texts(state, "hours", NOW)).containsOnly("From nine.");
            assertThat(texts(state, "hours", later)).containsOnly("From ten.");
        }
    }

    @Test
    void wordsThatMeanTheSameOrAreMistypedAreFoundAndPlainWordsAreNot() {
        serve(version(1, "Vouchers", "How to redeem a voucher at the checkout.", null));

        try (KnowledgeState state = index.open()) {
            assertThat(state.byWords(Language.ENGLISH, "my coupon", true, 5, NOW))
                    .hasSize(1);
            assertThat(state.byWords(Language.ENGLISH, "redeam", true, 5, NOW)).hasSize(1);
            assertThat(state.byWords(Language.ENGLISH, "my coupon", false, 5, NOW))
                    .isEmpty();
            assertThat(state.byWords(Language.CHINESE, "voucher", true, 5, NOW)).isEmpty();
        }
    }

    @Test
    void theShareSaysHowMuchOfAQuestionAPassageHas() {
        serve(version(1, "Vouchers", "How to redeem a voucher at the checkout.", null));

        try (KnowledgeState state = index.open()) {
            HeldPassage passage =
                    state.byMeaning(Language.ENGLISH, POINT, 1, NOW).get("a").passage();
            assertThat(state.share(passage, state.asked(Language.ENGLISH, "How do I redeem a voucher?")))
                    .isEqualTo(1);
            assertThat(state.share(passage, state.asked(Language.ENGLISH, "quantum chromodynamics")))
                    .isZero();
            assertThat(state.share(passage, state.asked(Language.ENGLISH, "how do you")))
                    .isZero();
        }
    }
}
