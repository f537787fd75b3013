package dev.aisle.recommender.assistance.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.assistant.knowledge.domain.Confidence;
import dev.aisle.assistant.knowledge.domain.FoundPassage;
import dev.aisle.assistant.knowledge.domain.SearchBy;
import dev.aisle.assistant.knowledge.store.PassageIndex;
import dev.aisle.assistant.knowledge.usecase.FindPassages;
import dev.aisle.assistant.shared.Language;
import dev.aisle.assistant.understanding.UnderstandText;
import dev.aisle.assistant.understanding.Understood;
import dev.aisle.assistant.understanding.intents.Intent;
import dev.aisle.recommender.assistance.knowledge.Articles;
import dev.aisle.recommender.assistance.understanding.QuestionSet.Question;
import dev.aisle.testing.RealInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How well questions are understood and answered, on the set of {@code deploy/knowledge}; its README says what it is and is not. The development part was
 * tuned on, so that only the final part says something.
 */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class QuestionSetIT {
    private static final int MOST = 3;
    private static final double ROUNDING = 0.024;

    @Inject
    FindPassages findPassages;

    @Inject
    UnderstandText understandText;

    @Inject
    PassageIndex index;

    @Test
    void questionsAreUnderstoodAndFindTheirArticles() {
        for (Language language : Language.values()) {
            QuestionSet.articles(language)
                    .forEach(article -> Articles.publish(
                            article.id(),
                            language.tag(),
                            Map.of(
                                    "title",
                                    article.text().title(),
                                    "body",
                                    article.text().body(),
                                    "asks",
                                    article.text().asks())));
        }
        try {
            await().atMost(Duration.ofMinutes(2)).until(this::everythingIsRead);
            Map<Language, Figures> finals = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                for (String part : List.of("development", "final")) {
                    Figures figures = measure(language, part);
                    System.out.println(figures.line(language + " " + part));
                    finals.put(language, figures);
                }
            }
            finals.forEach(QuestionSetIT::holdsTheBars);
        } finally {
            retire();
        }
    }

    private boolean everythingIsRead() {
        Set<String> ids = Stream.of(Language.values())
                .flatMap(language -> QuestionSet.articles(language).stream())
                .map(QuestionSet.File::id)
                .collect(Collectors.toSet());
        PassageIndex.Size size = index.size();
        return size.articles() >= ids.size() * Language.values().length && size.points() == size.passages();
    }

    private Figures measure(Language language, String part) {
        Figures figures = new Figures();
        for (Question question : QuestionSet.questions(language)) {
            if (question.part().equals(part)) {
                ask(question, language, figures);
            }
        }
        return figures;
    }

    private void ask(Question question, Language language, Figures into) {
        Understood understood = understandText.understand(question.text());
        into.intent(question.intent(), understood.intent());
        List<FoundPassage> found = findPassages.find(understood.language(), question.text(), MOST);
        boolean refused = understood.intent() == Intent.OUT_OF_SCOPE
                || found.isEmpty()
                || found.getFirst().confidence() < Confidence.BAR;
        if (question.outOfScope()) {
            into.outOfScope(refused);
        } else if (!question.article().isEmpty()) {
            List<FoundPassage> byWords = findPassages.find(language, question.text(), MOST, SearchBy.WORDS);
            into.answerable(place(found, question), place(byWords, question), refused);
        }
    }

    private static int place(List<FoundPassage> found, Question question) {
        return found.stream().map(one -> one.passage().article()).toList().indexOf(question.article());
    }

    /**
     * Right articles are to be first for .85 and in three for .95 of the questions, and were (docs/understanding.md). Another processor's kernels round otherwise, so that two questions of 86
     * may fall differently there.
     */
    private static void holdsTheBars(Language language, Figures figures) {
        assertThat(figures.macroF1()).as(language + " intents").isGreaterThanOrEqualTo(0.85);
        assertThat(figures.refused()).as(language + " out of scope refused").isGreaterThanOrEqualTo(0.9);
        assertThat(figures.first()).as(language + " first").isGreaterThan(0.85 - ROUNDING);
        assertThat(figures.inThree()).as(language + " in three").isGreaterThan(0.95 - ROUNDING);
        assertThat(figures.first())
                .as(language + " first, far better than BM25")
                .isGreaterThan(figures.wordsFirst() + 0.15);
        assertThat(figures.inThree())
                .as(language + " in three, far better than BM25")
                .isGreaterThan(figures.wordsInThree() + 0.15);
    }

    private static void retire() {
        for (Language language : Language.values()) {
            QuestionSet.articles(language).forEach(article -> {
                String tag = Articles.read(article.id(), language.tag()).header("ETag");
                Articles.editor().header("If-Match", tag).delete("/v1/articles/" + article.id() + "/" + language.tag());
            });
        }
    }
}
